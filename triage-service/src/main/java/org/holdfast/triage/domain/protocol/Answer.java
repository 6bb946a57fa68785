package org.holdfast.triage.domain.protocol;

import java.time.LocalDate;

/** One value of an item, read by the item's own kind. */
public sealed interface Answer {

    String UNKNOWN = "UNKNOWN";
    String NOT_ASKED = "NOT_ASKED";
    String REFUSED = "REFUSED";

    /** An item of which nothing was ever heard. */
    Answer NEVER_ASKED = new Missing(NOT_ASKED, false);

    /** The value as a code, an integer or an ISO date. */
    String text();

    /**
     * There is no answer.
     *
     * @param text {@link #UNKNOWN}, {@link #NOT_ASKED} or {@link #REFUSED}
     * @param unreadable whether something was said that the protocol cannot read
     */
    record Missing(String text, boolean unreadable) implements Answer {}

    /**
     * A yes, a no, or one of the codes of a choice.
     *
     * @param text the code
     * @param span how long ago it means, for a code of recency
     */
    record Coded(String text, Span span) implements Answer {}

    /** An integer within the bounds of its item. */
    record Number(int value) implements Answer {
        @Override
        public String text() {
            return Integer.toString(value);
        }
    }

    /**
     * A day.
     *
     * @param value the day
     * @param today the day on which it was said, where on earth that day is youngest: a period is never cut short by a time zone
     */
    record Day(LocalDate value, LocalDate today) implements Answer {
        @Override
        public String text() {
            return value.toString();
        }
    }
}
