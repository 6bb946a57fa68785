package org.holdfast.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;

/** Latencies of one kind, all of them kept, so that every percentile is exact. */
public record Latencies(long[] sortedNanos) {

    /** Of these, in any order. */
    public static Latencies of(Collection<Long> nanos) {
        long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(all);
        return new Latencies(all);
    }

    /** Several rounds taken as one. */
    public static Latencies together(Collection<Latencies> rounds) {
        long[] all = rounds.stream()
                .flatMapToLong(round -> Arrays.stream(round.sortedNanos))
                .sorted()
                .toArray();
        return new Latencies(all);
    }

    /** How many. */
    public int count() {
        return sortedNanos.length;
    }

    /** The smallest value that so many in a hundred do not exceed, in milliseconds. */
    public double millis(double percent) {
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(sortedNanos.length * percent / 100);
        return sortedNanos[Math.clamp(rank - 1, 0, sortedNanos.length - 1)] / 1e6;
    }

    /** The middle one, in milliseconds. */
    public double p50() {
        return millis(50);
    }

    /** Exceeded by one in ten, in milliseconds. */
    public double p90() {
        return millis(90);
    }

    /** Exceeded by one in a hundred, in milliseconds. */
    public double p99() {
        return millis(99);
    }

    /** The longest, in milliseconds. */
    public double max() {
        return millis(100);
    }
}
