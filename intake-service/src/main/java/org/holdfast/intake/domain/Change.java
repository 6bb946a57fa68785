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
 * @param removed what is not known any more, because it was wrong or the person does not want it kept
 */
public record Change(
        @Nullable String language,
        @Nullable Place place,
        @Nullable List<String> needs,
        Map<Detail, String> refs,
        List<Removable> removed) {

    public Change {
        needs = needs == null ? null : List.copyOf(needs);
        refs = Map.copyOf(refs);
        removed = removed == null ? List.of() : List.copyOf(removed);
    }

    /** What became known; nothing is taken out. */
    public Change(
            @Nullable String language, @Nullable Place place, @Nullable List<String> needs, Map<Detail, String> refs) {
        this(language, place, needs, refs, List.of());
    }

    boolean empty() {
        return language == null && place == null && needs == null && refs.isEmpty() && removed.isEmpty();
    }

    /** Whether something is taken out and nothing is told. */
    boolean onlyRemoves() {
        return !removed.isEmpty() && language == null && place == null && needs == null && refs.isEmpty();
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
        if (removed.stream().anyMatch(this::given)) {
            wrong.add(Refusal.invalid(
                    "detail-given-and-removed", "Give a detail or remove it, not both at once.", "/remove"));
        }
        return wrong;
    }

    private boolean given(Removable one) {
        return switch (one) {
            case LANGUAGE -> language != null;
            case PLACE -> place != null;
            case CALLER_NAME, CALLER_NUMBER, PERSON_NAME, PERSON_NUMBER ->
                one.detail().map(refs::containsKey).orElse(false);
        };
    }
}
