package org.holdfast.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.benchmarks.load.OpenLoop;
import org.holdfast.benchmarks.load.Target;
import org.holdfast.benchmarks.measure.Latencies;
import org.holdfast.benchmarks.measure.Spread;
import org.holdfast.benchmarks.report.Row;

/**
 * From the sending of an urgent contact to the first request at the phone, by turns on the floor and through the services: at the
 * rate of the goal, and at a rate that leaves no queue on a small machine, where a latency is not the length of that queue.
 */
final class ChainSuite {

    /** Urgent contacts each second where nothing queues: more than a hundred thousand a day. */
    static final double CALM_PER_SECOND = 2;

    private static final double PER_SECOND = 20;
    private static final String NAME = "chain";
    private static final double GOAL = 3;

    void run(Scene scene, Target floor, Target services) {
        Sizes sizes = scene.sizes();
        Pairs calm = new Pairs(scene, CALM_PER_SECOND).measured(floor, services, 2, sizes.calm() / 2);
        calm.tell("Calm");
        Pairs rush = new Pairs(scene, PER_SECOND).measured(floor, services, sizes.pairs(), sizes.samples());
        Spread atP99 = rush.tell("");
        scene.report.row(Row.plain(
                        NAME,
                        "p99 to the floor's at %.0f/s, median (least, most)".formatted(PER_SECOND),
                        "%.2f (%.2f, %.2f)",
                        atP99.median(),
                        atP99.least(),
                        atP99.most())
                .aimed("at most 3", atP99.median() <= GOAL));
        int lost = calm.lost + rush.lost;
        scene.report.figure(NAME, "lost", lost);
        scene.report.row(Row.plain(NAME, "lost", "%d", lost).aimed("0", lost == 0));
    }

    /** Rounds of both at one rate. */
    private static final class Pairs {

        private final Scene scene;
        private final double perSecond;
        private final List<Latencies> floors = new ArrayList<>();
        private final List<Latencies> chains = new ArrayList<>();
        private int lost;

        Pairs(Scene scene, double perSecond) {
            this.scene = scene;
            this.perSecond = perSecond;
        }

        Pairs measured(Target floor, Target services, int rounds, int samples) {
            for (int round = 1; round <= rounds; round++) {
                floors.add(measure(floor, samples));
                chains.add(measure(services, samples));
                scene.progress.say(
                        "chain at %.0f/s, round %d of %d: p99 %.1f ms on the floor, %.1f ms through the services"
                                .formatted(
                                        perSecond,
                                        round,
                                        rounds,
                                        floors.getLast().p99(),
                                        chains.getLast().p99()));
            }
            return this;
        }

        private Latencies measure(Target target, int samples) {
            OpenLoop.Result result = new OpenLoop(target, scene.phone, perSecond).send(samples);
            lost += result.lost();
            scene.quiet(target);
            return result.latencies();
        }

        /** Tells the latencies of both; returns how the p99 compares, round by round. */
        Spread tell(String figure) {
            Latencies floor = Latencies.together(floors);
            Latencies chain = Latencies.together(chains);
            Spread atP50 = ratios(50);
            Spread atP99 = ratios(99);
            scene.report.figure("floor", "latency" + figure, floor);
            scene.report.figure(NAME, "latency" + figure, chain);
            scene.report.figure(NAME, "ratioP50" + figure, atP50);
            scene.report.figure(NAME, "ratioP99" + figure, atP99);
            row("floor", floor);
            row(NAME, chain);
            scene.report.row(Row.plain(
                    NAME,
                    "p50 to the floor's at %.0f/s, median (least, most)".formatted(perSecond),
                    "%.2f (%.2f, %.2f)",
                    atP50.median(),
                    atP50.least(),
                    atP50.most()));
            return atP99;
        }

        private void row(String suite, Latencies latencies) {
            scene.report.row(Row.plain(
                    suite,
                    "urgent to phone at %.0f/s, p50 / p99 / max, %d samples".formatted(perSecond, latencies.count()),
                    "%.1f / %.1f / %.1f ms",
                    latencies.p50(),
                    latencies.p99(),
                    latencies.max()));
        }

        private Spread ratios(double percent) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < floors.size(); i++) {
                ratios.add(chains.get(i).millis(percent) / floors.get(i).millis(percent));
            }
            return new Spread(ratios);
        }
    }
}
