package org.holdfast.intake.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the person's situation.
 *
 * @param language the BCP 47 tag the person wants to be spoken to in, if known
 * @param place where the person is, coarse, if known
 * @param needs codes of the needs that the person named, most important first
 * @param refs under which references the vault holds names and numbers
 */
public record Situation(
        @Nullable String language, @Nullable Place place, List<String> needs, Map<Detail, String> refs) {

    static final Situation NOTHING = new Situation(null, null, List.of(), Map.of());

    public Situation {
        needs = List.copyOf(needs);
        refs = Map.copyOf(refs);
    }

    Situation with(Change change) {
        Map<Detail, String> all = new EnumMap<>(Detail.class);
        all.putAll(refs);
        all.putAll(change.refs());
        change.removed().forEach(gone -> gone.detail().ifPresent(all::remove));
        return new Situation(
                change.removed().contains(Removable.LANGUAGE)
                        ? null
                        : change.language() == null ? language : change.language(),
                change.removed().contains(Removable.PLACE) ? null : change.place() == null ? place : change.place(),
                change.needs() == null ? needs : change.needs(),
                all);
    }
}
