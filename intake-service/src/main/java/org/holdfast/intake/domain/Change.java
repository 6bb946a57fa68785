package org.holdfast.intake.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.chassis.decide.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became known about the person's situation; what is null stays as it was.
 *
 * @param language the BCP 47 tag the person wants to be spoken to in
 * @param place where the person is, coarse
 * @param needs codes of the needs that the person named, most important first
 * @param refs under which references the vault holds names and numbers
 */
public record Change(
        @Nullable String language,
        @Nullable Place place,
        @Nullable List<String> needs,
        Map<Detail, String> refs) {

    private static final int MOST_NEEDS = 20;

    public Change {
        needs = needs == null ? null : List.copyOf(needs);
        refs = Map.copyOf(refs);
    }

    boolean empty() {
        return language == null && place == null && needs == null && refs.isEmpty();
    }

    Optional<Refusal> wrong() {
        if (language != null && !Shapes.language(language)) {
            return Optional.of(Refusal.invalid(
                    "language-invalid", "A language is a BCP 47 tag, such as en, es-MX or zh-Hant.", "/language"));
        }
        if (place != null) {
            Optional<Refusal> wrong = place.wrong();
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return needs == null ? Optional.empty() : wrong(needs);
    }

    private static Optional<Refusal> wrong(List<String> needs) {
        if (needs.size() > MOST_NEEDS) {
            return Optional.of(Refusal.invalid("needs-too-many", "Name at most " + MOST_NEEDS + " needs.", "/needs"));
        }
        for (int i = 0; i < needs.size(); i++) {
            if (!Shapes.need(needs.get(i))) {
                return Optional.of(Refusal.invalid(
                        "need-invalid",
                        "A need is a code such as mental-health, of at most 40 characters.",
                        "/needs/" + i));
            }
        }
        return new HashSet<>(needs).size() == needs.size()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("need-invalid", "Name each need once.", "/needs"));
    }
}
