package org.holdfast.contracts.intake;

import java.util.List;

/**
 * Every value that one item ever held, oldest first: a correction never hides what was said before.
 *
 * @param item the id of the item, such as {@code cssrs.q4}; {@code unrecognised.*} stands for an item that no protocol knows
 * @param values at least one value
 */
public record ItemValues(String item, List<HeldValue> values) {
    public ItemValues {
        values = List.copyOf(values);
    }
}
