package org.holdfast.contracts.triage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item that a protocol reads.
 *
 * @param item the id of the item
 * @param kind {@code FIVE} (yes, no, unknown, not asked, refused), {@code INTEGER}, {@code DATE} or {@code CHOICE}
 * @param minimum the least integer, inclusive
 * @param maximum the greatest integer, inclusive
 * @param choices the values of a choice, or the codes of recency that stand beside a date
 * @param urgentValues the values that can take part in code A or B; {@code *} stands for any
 */
public record ItemDefinition(
        String item,
        String kind,
        @Nullable Integer minimum,
        @Nullable Integer maximum,
        List<String> choices,
        List<String> urgentValues) {
    public ItemDefinition {
        choices = List.copyOf(choices);
        urgentValues = List.copyOf(urgentValues);
    }
}
