package org.holdfast.benchmarks;

import java.util.List;

/**
 * How much is sent: enough for the figures, or just enough to try the harness.
 *
 * @param warmUp contacts before anything is measured
 * @param calm urgent contacts of floor and chain each, where they leave no queue
 * @param pairs rounds of floor and chain, by turns
 * @param samples urgent contacts in each of these rounds
 * @param bursts rounds of floor and stack for the throughput, by turns
 * @param burst contacts in each of these rounds
 * @param queued routine contacts of the surge
 * @param idle urgent contacts before the surge
 * @param stored how many contacts are stored at each step of the growth
 * @param grown urgent contacts measured at each of these steps
 */
record Sizes(
        int warmUp,
        int calm,
        int pairs,
        int samples,
        int bursts,
        int burst,
        int queued,
        int idle,
        List<Integer> stored,
        int grown) {

    static final Sizes FULL =
            new Sizes(2_000, 120, 6, 200, 3, 2_000, 10_000, 120, List.of(1_000, 10_000, 100_000), 120);
    static final Sizes QUICK = new Sizes(300, 20, 2, 40, 1, 300, 500, 20, List.of(100, 1_000), 20);
}
