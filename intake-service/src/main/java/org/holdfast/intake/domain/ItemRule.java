package org.holdfast.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.chassis.decide.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a published protocol says about one item.
 *
 * @param item the id of the item, such as {@code cssrs.q4}
 * @param kind what kind of value it takes
 * @param minimum the least integer, inclusive
 * @param maximum the greatest integer, inclusive
 * @param choices the values of a choice; an item of another kind may name codes that it takes as well
 * @param urgentValues the values that can take part in code A or B; {@code *} stands for any
 */
public record ItemRule(
        String item,
        ItemKind kind,
        @Nullable Integer minimum,
        @Nullable Integer maximum,
        List<String> choices,
        List<String> urgentValues) {

    public ItemRule {
        choices = List.copyOf(choices);
        urgentValues = List.copyOf(urgentValues);
    }

    /** Whether the value can take part in code A or B. */
    boolean urgent(String value) {
        return kind == ItemKind.OTHER || urgentValues.contains("*") || urgentValues.contains(value);
    }

    /** Whether this rule can say what the value is; what a newer publisher's kind takes may be text, for all that is known here. */
    boolean judges(String value) {
        return kind != ItemKind.OTHER || choices.contains(value) || Shapes.plain(value);
    }

    /** Why the value cannot be an answer to this item, if it cannot; {@code pointer} says where it stood. */
    Optional<Refusal> wrong(String value, Instant at, String pointer) {
        if (kind == ItemKind.FIVE) {
            return Shapes.FIVE.contains(value)
                    ? Optional.empty()
                    : kindOf("YES, NO, UNKNOWN, NOT_ASKED or REFUSED", pointer);
        }
        if (Shapes.NO_ANSWER.contains(value) || choices.contains(value)) {
            return Optional.empty();
        }
        return switch (kind) {
            case INTEGER ->
                Shapes.integer(value)
                        .map(number -> within(number, pointer))
                        .orElseGet(() -> kindOf("an integer", pointer));
            case DATE ->
                Shapes.date(value)
                        .map(day -> Answers.implausible(day, at, pointer))
                        .orElseGet(() -> kindOf("a date as yyyy-mm-dd", pointer));
            case CHOICE -> kindOf("a choice", pointer);
            default ->
                Shapes.plain(value) ? Optional.empty() : kindOf("YES, NO, an integer from 0 to 99 or a date", pointer);
        };
    }

    private Optional<Refusal> within(int number, String pointer) {
        boolean low = minimum != null && number < minimum;
        boolean high = maximum != null && number > maximum;
        return low || high
                ? Optional.of(Refusal.invalid(
                        "answer-out-of-range",
                        "The item " + item + " takes an integer" + (minimum == null ? "" : " of at least " + minimum)
                                + (maximum == null ? "" : ", at most " + maximum) + ".",
                        pointer))
                : Optional.empty();
    }

    private Optional<Refusal> kindOf(String wanted, String pointer) {
        String others = kind == ItemKind.FIVE ? "" : ", UNKNOWN, NOT_ASKED or REFUSED";
        String chosen = choices.isEmpty() ? "" : ", " + String.join(", ", choices);
        return Optional.of(Refusal.invalid(
                "answer-wrong-kind", "The item " + item + " takes " + wanted + chosen + others + ".", pointer));
    }
}
