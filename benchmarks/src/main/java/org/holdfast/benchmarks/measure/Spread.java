package org.holdfast.benchmarks.measure;

import java.util.List;

/**
 * What the rounds of one figure came to.
 *
 * @param rounds one value for each, in their order
 */
public record Spread(List<Double> rounds) {

    public Spread {
        rounds = List.copyOf(rounds);
    }

    /** The middle round. */
    public double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The least. */
    public double least() {
        return rounds.stream().mapToDouble(one -> one).min().orElse(Double.NaN);
    }

    /** The most. */
    public double most() {
        return rounds.stream().mapToDouble(one -> one).max().orElse(Double.NaN);
    }
}
