package org.holdfast.triage.domain.protocol;

import java.util.List;

/**
 * Items that must still be asked while a condition holds of what is known now.
 *
 * @param when the condition
 * @param items the items, in the order in which to ask them
 */
public record Ask(Condition when, List<String> items) {
    public Ask {
        items = List.copyOf(items);
    }
}
