package org.holdfast.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.benchmarks.load.OpenLoop;
import org.holdfast.benchmarks.load.Target;
import org.holdfast.benchmarks.measure.Latencies;
import org.holdfast.benchmarks.measure.Processes;
import org.holdfast.benchmarks.measure.Work;
import org.holdfast.benchmarks.report.Row;
import org.holdfast.benchmarks.stack.Copies;

/** Whether a contact costs the same when many are stored already. */
final class GrowthSuite {

    private static final String NAME = "growth";
    private static final double FLAT = 1.5;
    private static final long LONGEST_FILL_NANOS = 1_200_000_000_000L;

    private record Step(long stored, Latencies latencies, Work work) {}

    private final List<Step> steps = new ArrayList<>();
    private List<Copies.Sample> samples = List.of();
    private int copies;

    void run(Scene scene, Target desk, Copies store) {
        for (int wanted : scene.sizes().stored()) {
            fill(scene, store, wanted);
            long stored = store.stored();
            Work before = Processes.work(scene.stack.processes());
            OpenLoop.Result result = new OpenLoop(desk, scene.phone, ChainSuite.CALM_PER_SECOND)
                    .send(scene.sizes().grown());
            scene.quiet(desk);
            Work work = Processes.work(scene.stack.processes())
                    .since(before)
                    .each(scene.sizes().grown());
            steps.add(new Step(stored, result.latencies(), work));
            tell(scene, steps.getLast());
        }
        Step first = steps.getFirst();
        Step last = steps.getLast();
        double ratio = last.latencies().p50() / first.latencies().p50();
        double work = last.work().all() / first.work().all();
        scene.report.row(Row.plain(NAME, "most to fewest, p50 and CPU-ms", "%.2f, %.2f", ratio, work)
                .aimed("flat: at most 1.5", ratio <= FLAT && work <= FLAT));
    }

    private void fill(Scene scene, Copies store, int wanted) {
        long stored = store.stored();
        if (stored >= wanted) {
            return;
        }
        scene.progress.say("growth: filling the store with copies, from " + stored + " to " + wanted + " contacts");
        long end = System.nanoTime() + LONGEST_FILL_NANOS;
        if (samples.isEmpty()) {
            // once, and before there are copies: a copy of a copy would be there already
            samples = store.sample(scene.sizes().stored().getFirst());
        }
        while (store.stored() < wanted && System.nanoTime() < end) {
            store.copy(samples, ++copies);
        }
        scene.progress.say("growth: " + store.stored() + " contacts are stored");
    }

    private static void tell(Scene scene, Step step) {
        scene.report.figure(NAME, "latency at " + step.stored(), step.latencies());
        scene.report.figure(NAME, "cpuMillis at " + step.stored(), step.work());
        scene.report.row(Row.plain(
                NAME,
                "%d contacts stored: p50 / p99; CPU-ms for each".formatted(step.stored()),
                "%.1f / %.1f ms; %s",
                step.latencies().p50(),
                step.latencies().p99(),
                ThroughputSuite.work(step.work())));
    }
}
