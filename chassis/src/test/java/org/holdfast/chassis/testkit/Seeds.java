package org.holdfast.chassis.testkit;

import java.util.Random;

/** Seeded randomness for property tests: the seed is printed, and {@code -Dseed=N} replays it. */
public final class Seeds {

    private Seeds() {}

    /** A generator whose seed is printed, so that a failure can be replayed. */
    public static Random random(Class<?> test) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(test.getSimpleName() + " seed=" + seed);
        return new Random(seed);
    }
}
