package org.holdfast.chassis.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
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
    private static final Duration FURTHEST_APART = Duration.ofMinutes(1);

    private final Duration within;
    private int atOnce = FEWEST;
    private final Answers all = new Answers();
    private final Answers queued = new Answers();

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
        all.heard(answered.since(), now);
        if (answered.way() == Expected.Way.QUEUED) { // what goes past the queue says nothing of what stands in it
            queued.heard(answered.since(), now);
        }
    }

    /** How many may be asked for and unanswered. */
    synchronized int atOnce() {
        return atOnce;
    }

    /** Whether it only waits until its turn comes, as far as can be seen. */
    synchronized boolean queued(Expected expected, Instant now) {
        Answers answers = expected.way() == Expected.Way.QUEUED ? queued : all;
        return answers.movesAt(now) && !answers.passedBy(expected, now);
    }

    /** What was heard, of all or of what stood in the queue. */
    private final class Answers {

        private @Nullable Instant heardAt;
        private Instant newest = Instant.MIN;

        private void heard(Instant since, Instant now) {
            heardAt = now;
            newest = since.isAfter(newest) ? since : newest;
        }

        private boolean movesAt(Instant now) {
            return heardAt != null && now.isBefore(heardAt.plus(within));
        }

        /** The longer the queue, the further are those apart who came into it together and are heard by several hands. */
        private boolean passedBy(Expected expected, Instant now) {
            Duration length = Duration.between(newest, now);
            Duration apart = Collections.min(List.of(FURTHEST_APART, Collections.max(List.of(within, length))));
            return expected.since().plus(apart).isBefore(newest);
        }
    }
}
