package org.holdfast.intake.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every value that one item ever held, oldest first: a correction never hides what was said before.
 *
 * @param item the id of the item
 * @param recognised whether a published protocol knew it when it was last answered
 * @param ref under which reference the vault holds item and value, if it does
 * @param values at least one value
 */
public record ItemAnswers(
        String item, boolean recognised, @Nullable String ref, List<Held> values) {

    public ItemAnswers {
        values = List.copyOf(values);
    }

    ItemAnswers and(Held held, boolean nowRecognised) {
        List<Held> all = new ArrayList<>(values);
        all.add(held);
        return new ItemAnswers(item, nowRecognised, ref, all);
    }
}
