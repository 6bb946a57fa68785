package org.holdfast.triage.domain.protocol;

import java.time.Period;
import java.util.List;
import java.util.Set;

/** When a rule fires: a tree over items whose leaves are true, false or unknown. */
public sealed interface Condition {

    /** Every part holds. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** Asks one value of one item. */
    sealed interface Leaf extends Condition {
        /** The item that it asks. */
        String item();

        /** What the one value says. */
        Truth test(Answer answer);
    }

    /** The item holds one of the values, which may be {@code UNKNOWN}, {@code NOT_ASKED} or {@code REFUSED}. */
    record OneOf(String item, Set<String> values) implements Leaf {
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public Truth test(Answer answer) {
            if (values.contains(answer.text())) {
                return Truth.TRUE;
            }
            return answer instanceof Answer.Missing ? Truth.UNKNOWN : Truth.FALSE;
        }
    }

    /** The item holds at least the integer. */
    record AtLeast(String item, int least) implements Leaf {
        @Override
        public Truth test(Answer answer) {
            return answer instanceof Answer.Number(int value) ? Truth.of(value >= least) : Truth.UNKNOWN;
        }
    }

    /** The item names a day, or a code of recency, that was at most the period before it was said. */
    record Within(String item, Period period) implements Leaf {
        @Override
        public Truth test(Answer answer) {
            return switch (answer) {
                case Answer.Day day ->
                    Truth.of(!day.value().isBefore(day.today().minus(period)));
                case Answer.Coded coded -> coded.span().within(period);
                case Answer.Number _, Answer.Missing _ -> Truth.UNKNOWN;
            };
        }
    }

    /** The value speaks against the leaf; allowed for few leaves only, because a yes that is missing must never count. */
    record Not(Leaf leaf) implements Leaf {
        @Override
        public String item() {
            return leaf.item();
        }

        @Override
        public Truth test(Answer answer) {
            return leaf.test(answer).not();
        }
    }

    /** The items add up to at least the total; what is missing can add anything between its bounds. */
    record Sum(List<String> items, int least) implements Condition {
        public Sum {
            items = List.copyOf(items);
        }
    }

    /**
     * A screen is, or is not, in a state now; this is never unknown, because a screen of which something is unknown is not
     * complete.
     *
     * @param screen the id of the screen
     * @param state complete, or complete with no throughout
     * @param expected whether it should be
     */
    record Screened(String screen, State state, boolean expected) implements Condition {

        /** What a screen can be. */
        public enum State {
            COMPLETE,
            NEGATIVE
        }
    }
}
