package org.holdfast.chassis.observe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many subjects of a queue are asked for at a time, so that asking never feeds an overload. While answers come to
 * subjects that nobody asked for, the queue moves, and only what it has passed by is asked for, a few at a time. When no
 * such answers come, each answer to an asking makes room for one more, so that the number doubles with every round: the slow
 * start of Jacobson, Congestion Avoidance and Control, 1988.
 */
final class Turns {

    private static final int FEWEST = 5;
    private static final int MOST = 200;

    private final Duration within;
    private int atOnce = FEWEST;
    private @Nullable Instant movedAt;
    private Instant newest = Instant.MIN;

    /** The queue moves when an answer was heard within this time. */
    Turns(Duration within) {
        this.within = within;
    }

    /** An answer was heard. */
    synchronized void heard(Expected answered, Instant now) {
        if (answered.asked()) {
            atOnce = Math.min(MOST, atOnce + 1);
            return;
        }
        atOnce = FEWEST;
        movedAt = now;
        newest = answered.since().isAfter(newest) ? answered.since() : newest;
    }

    /** How many may be asked for and unanswered. */
    synchronized int atOnce() {
        return atOnce;
    }

    /** Whether it only waits until its turn comes, as far as can be seen. */
    synchronized boolean queued(Expected expected, Instant now) {
        boolean moves = movedAt != null && now.isBefore(movedAt.plus(within));
        boolean passedBy = expected.since().plus(within).isBefore(newest);
        return moves && !passedBy;
    }
}
