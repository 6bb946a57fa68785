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
    private Instant newestQueued = Instant.MIN;

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
        newest = later(newest, answered.since());
        // what goes past the queue says nothing of what stands in it
        newestQueued = answered.way() == Expected.Way.QUEUED ? later(newestQueued, answered.since()) : newestQueued;
    }

    /** How many may be asked for and unanswered. */
    synchronized int atOnce() {
        return atOnce;
    }

    /** Whether it only waits until its turn comes, as far as can be seen. */
    synchronized boolean queued(Expected expected, Instant now) {
        boolean moves = movedAt != null && now.isBefore(movedAt.plus(within));
        return moves && !passedBy(expected, now);
    }

    /** The longer the queue, the further are those apart who came into it together and are heard by several hands. */
    private boolean passedBy(Expected expected, Instant now) {
        Instant answered = expected.way() == Expected.Way.QUEUED ? newestQueued : newest;
        if (answered.equals(Instant.MIN)) {
            return false;
        }
        Duration length = Duration.between(answered, now);
        Duration apart = length.compareTo(within) > 0 ? length : within;
        return expected.since().plus(apart).isBefore(answered);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
