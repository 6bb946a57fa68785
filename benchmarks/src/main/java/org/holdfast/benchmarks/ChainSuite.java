package org.holdfast.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.benchmarks.load.OpenLoop;
import org.holdfast.benchmarks.load.Target;
import org.holdfast.benchmarks.measure.Latencies;
import org.holdfast.benchmarks.measure.Spread;
import org.holdfast.benchmarks.report.Row;

/** From the sending of an urgent contact to the first request at the phone, by turns on the floor and through the services. */
final class ChainSuite {

    static final double PER_SECOND = 20;
    private static final String NAME = "chain";
    private static final double GOAL = 3;

    private final List<Latencies> floors = new ArrayList<>();
    private final List<Latencies> chains = new ArrayList<>();
    private int lost;

    void run(Scene scene, Target floor, Target services) {
        for (int round = 1; round <= scene.sizes().pairs(); round++) {
            floors.add(measure(scene, floor));
            chains.add(measure(scene, services));
            scene.progress.say("chain, round %d of %d: p99 %.1f ms on the floor, %.1f ms through the services"
                    .formatted(
                            round,
                            scene.sizes().pairs(),
                            floors.getLast().p99(),
                            chains.getLast().p99()));
        }
        tell(scene);
    }

    private Latencies measure(Scene scene, Target target) {
        OpenLoop.Result result =
                new OpenLoop(target, scene.phone, PER_SECOND).send(scene.sizes().samples());
        lost += result.lost();
        scene.quiet(target);
        return result.latencies();
    }

    private void tell(Scene scene) {
        Latencies floor = Latencies.together(floors);
        Latencies chain = Latencies.together(chains);
        Spread atP50 = ratios(50);
        Spread atP99 = ratios(99);
        scene.report.figure("floor", "latency", floor);
        scene.report.figure(NAME, "latency", chain);
        scene.report.figure(NAME, "ratioP50", atP50);
        scene.report.figure(NAME, "ratioP99", atP99);
        scene.report.figure(NAME, "lost", lost);
        scene.report.row(Row.plain(
                "floor",
                "urgent to phone, p50 / p99 / max",
                "%.1f / %.1f / %.1f ms",
                floor.p50(),
                floor.p99(),
                floor.max()));
        scene.report.row(Row.plain(
                NAME,
                "urgent to phone at %.0f/s, p50 / p99 / max, %d samples".formatted(PER_SECOND, chain.count()),
                "%.1f / %.1f / %.1f ms",
                chain.p50(),
                chain.p99(),
                chain.max()));
        scene.report.row(Row.plain(
                NAME,
                "p50 to the floor's, median (least, most)",
                "%.2f (%.2f, %.2f)",
                atP50.median(),
                atP50.least(),
                atP50.most()));
        scene.report.row(Row.plain(
                        NAME,
                        "p99 to the floor's, median (least, most)",
                        "%.2f (%.2f, %.2f)",
                        atP99.median(),
                        atP99.least(),
                        atP99.most())
                .aimed("at most 3", atP99.median() <= GOAL));
        scene.report.row(Row.plain(NAME, "lost", "%d", lost).aimed("0", lost == 0));
    }

    private Spread ratios(double percent) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < floors.size(); i++) {
            ratios.add(chains.get(i).millis(percent) / floors.get(i).millis(percent));
        }
        return new Spread(ratios);
    }
}
