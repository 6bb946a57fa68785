package org.holdfast.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until everything that was opened has gone all the way. */
public final class Quiet {

    private static final long LOOK_EVERY_NANOS = 100_000_000;
    private static final long STILL_NANOS = 1_500_000_000;
    private static final long LONGEST_NANOS = 1_800_000_000_000L;

    private Quiet() {}

    /**
     * When the last piece of work was done, by the monotonic clock.
     *
     * @param still how long nothing may come further before it is given up, with an error; a long queue may take longer than that
     */
    public static long await(Target target, Duration still) {
        long begun = System.nanoTime();
        Target.Progress seen = target.progress();
        long changed = System.nanoTime();
        while (seen.left() > 0 || System.nanoTime() - changed < STILL_NANOS) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            Target.Progress now = target.progress();
            if (now.done() != seen.done() || now.left() != seen.left()) {
                changed = System.nanoTime();
            }
            seen = now;
            if (System.nanoTime() - changed > still.toNanos() || System.nanoTime() - begun > LONGEST_NANOS) {
                throw new IllegalStateException("Not quiet after %d s, the last %d of them without a change: %d left"
                        .formatted(
                                (System.nanoTime() - begun) / 1_000_000_000,
                                (System.nanoTime() - changed) / 1_000_000_000,
                                seen.left()));
            }
        }
        return changed;
    }
}
