package org.holdfast.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, not for a time. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    /** The first answer that is good, asked for again until then; an error after 30 s that names what was waited for. */
    public static <T> T get(String what, Supplier<T> ask, Predicate<T> good) {
        return get(what, PATIENCE, ask, good);
    }

    /** The first answer that is good within the time. */
    public static <T> T get(String what, Duration within, Supplier<T> ask, Predicate<T> good) {
        long end = System.nanoTime() + within.toNanos();
        T last = ask.get();
        while (!good.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Waited " + within.toSeconds() + " s for " + what + "; the last answer was: " + last);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            last = ask.get();
        }
        return last;
    }
}
