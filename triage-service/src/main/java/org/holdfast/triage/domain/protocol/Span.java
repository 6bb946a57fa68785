package org.holdfast.triage.domain.protocol;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How long ago a code of recency means.
 *
 * @param from at least so long ago, if the code says
 * @param to at most so long ago, if the code says
 */
public record Span(@Nullable Period from, @Nullable Period to) {

    /** A code that says nothing about time. */
    public static final Span UNDATED = new Span(null, null);

    private static final LocalDate ANY_DAY = LocalDate.of(2001, 12, 31);

    /** Whether what the code means lies within the period, inclusive; unknown where the code is too coarse to tell. */
    Truth within(Period period) {
        if (to != null && !longer(to, period)) {
            return Truth.TRUE;
        }
        return from != null && !longer(period, from) ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static boolean longer(Period one, Period other) {
        return ANY_DAY.minus(one).isBefore(ANY_DAY.minus(other));
    }
}
