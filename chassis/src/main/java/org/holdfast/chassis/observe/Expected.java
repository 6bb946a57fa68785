package org.holdfast.chassis.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * One subject that is waited for.
 *
 * @param since when it was first expected (UTC)
 * @param due when it is asked for next (UTC)
 * @param patience how long was waited until then
 * @param asked whether it was asked for already
 * @param way whether it may stand in a queue, so that being late alone is no silence
 * @param retell asks for it
 */
record Expected(
        Instant since, Instant due, Duration patience, boolean asked, Way way, Supplier<? extends Mono<?>> retell) {

    /** How what is expected goes. */
    enum Way {
        /** Past every queue. */
        AT_ONCE,

        /** Past the queue, and only the answer stands in one. */
        ANSWER_QUEUED,

        /** Through the queue. */
        QUEUED
    }

    private static final Duration LONGEST = Duration.ofSeconds(60);

    static Expected first(Instant now, Duration within, boolean inTurn, Supplier<? extends Mono<?>> retell) {
        return new Expected(now, now.plus(within), within, false, inTurn ? Way.QUEUED : Way.AT_ONCE, retell);
    }

    /** Expected once more: nothing is postponed, and what could not wait once cannot wait now. */
    Expected again(boolean nowInTurn, Supplier<? extends Mono<?>> nowRetell) {
        return new Expected(since, due, patience, asked, nowInTurn ? way : Way.AT_ONCE, nowRetell);
    }

    /** What is waited for is on its way, and stands in a queue from now on. */
    Expected queued() {
        return new Expected(since, due, patience, asked, inTurn() ? way : Way.ANSWER_QUEUED, retell);
    }

    boolean inTurn() {
        return way != Way.AT_ONCE;
    }

    /** Asked for now, and again after twice the time. */
    Expected askedFor(Instant now) {
        Duration next = patience.multipliedBy(2);
        Duration wait = next.compareTo(LONGEST) > 0 ? LONGEST : next;
        return new Expected(since, now.plus(wait), wait, true, way, retell);
    }

    boolean overdue(Instant now) {
        return !due.isAfter(now);
    }
}
