package org.holdfast.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until everything that was opened has gone all the way. */
public final class Quiet {

    private static final long LOOK_EVERY_NANOS = 100_000_000;
    private static final long STILL_NANOS = 1_500_000_000;

    private Quiet() {}

    /**
     * When the last piece of work was done, by the monotonic clock.
     *
     * @param atMost after which it is given up, with an error
     */
    public static long await(Target target, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        Target.Progress seen = target.progress();
        long changed = System.nanoTime();
        while (seen.left() > 0 || System.nanoTime() - changed < STILL_NANOS) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            Target.Progress now = target.progress();
            if (now.done() != seen.done() || now.left() != seen.left()) {
                changed = System.nanoTime();
            }
            seen = now;
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Not quiet after " + atMost.toSeconds() + " s: " + seen.left() + " left");
            }
        }
        return changed;
    }
}
