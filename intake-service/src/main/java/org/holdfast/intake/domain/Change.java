package org.holdfast.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    public Change {
        needs = needs == null ? null : List.copyOf(needs);
        refs = Map.copyOf(refs);
    }

    boolean empty() {
        return language == null && place == null && needs == null && refs.isEmpty();
    }

    /** Each thing in it that cannot be right. */
    List<Refusal> wrong(Needs known) {
        List<Refusal> wrong = new ArrayList<>();
        if (language != null && !Languages.known(language)) {
            wrong.add(Refusal.invalid(
                    "language-invalid",
                    "A language is a BCP 47 tag of a known language, such as en, es-MX or zh-Hant.",
                    "/language"));
        }
        if (place != null) {
            place.wrong().ifPresent(wrong::add);
        }
        if (needs != null) {
            wrong.addAll(known.wrong(needs));
        }
        return wrong;
    }
}
