package org.holdfast.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.holdfast.benchmarks.load.Target;
import org.holdfast.benchmarks.measure.Spread;
import org.holdfast.benchmarks.measure.Work;
import org.holdfast.benchmarks.report.Row;

/** Contacts each second through the whole, by turns on the floor and through the services, and what each costs. */
final class ThroughputSuite {

    private static final String NAME = "throughput";
    private static final double GOAL = 0.5;

    private final List<Burst> floors = new ArrayList<>();
    private final List<Burst> wholes = new ArrayList<>();

    void run(Scene scene, Target floor, Target services, Scene.Watched onFloor, Scene.Watched inServices) {
        for (int round = 1; round <= scene.sizes().bursts(); round++) {
            floors.add(Burst.of(scene, floor, onFloor, scene.sizes().burst()));
            wholes.add(Burst.of(scene, services, inServices, scene.sizes().burst()));
            scene.progress.say(
                    "throughput, round %d of %d: %.0f/s on the floor, %.0f/s through the services at %.1f CPU-ms"
                            .formatted(
                                    round,
                                    scene.sizes().bursts(),
                                    floors.getLast().perSecond(),
                                    wholes.getLast().perSecond(),
                                    wholes.getLast().processes().all()));
        }
        tell(scene);
    }

    private void tell(Scene scene) {
        int dropped = wholes.stream().mapToInt(Burst::dropped).sum();
        Spread ratios = new Spread(java.util.stream.IntStream.range(0, wholes.size())
                .mapToObj(i -> wholes.get(i).perSecond() / floors.get(i).perSecond())
                .toList());
        scene.report.figure(
                "floor", "bursts", floors.stream().map(ThroughputSuite::plain).toList());
        scene.report.figure(
                NAME, "bursts", wholes.stream().map(ThroughputSuite::plain).toList());
        scene.report.figure(NAME, "ratio", ratios);
        scene.report.row(
                Row.plain("floor", "contacts each second through the whole, median", "%.0f/s", median(floors)));
        scene.report.row(Row.plain(
                "floor", "CPU-ms for each contact", "%s", work(middle(floors).processes())));
        scene.report.row(Row.plain(
                NAME,
                "contacts each second through the whole, median (5 %% urgent, 20 %% referred)".formatted(),
                "%.0f/s",
                median(wholes)));
        scene.report.row(Row.plain(
                        NAME,
                        "to the floor's, median (least, most)",
                        "%.2f (%.2f, %.2f)",
                        ratios.median(),
                        ratios.least(),
                        ratios.most())
                .aimed("at least 0.5", ratios.median() >= GOAL));
        scene.report.row(Row.plain(
                NAME, "CPU-ms for each contact", "%s", work(middle(wholes).processes())));
        scene.report.row(Row.plain(
                NAME,
                "of these, in the services by threads",
                "%s",
                work(middle(wholes).threads())));
        scene.report.row(Row.plain(NAME, "dropped", "%d", dropped).aimed("0", dropped == 0));
    }

    private static double median(List<Burst> bursts) {
        return new Spread(bursts.stream().map(Burst::perSecond).toList()).median();
    }

    private static Burst middle(List<Burst> bursts) {
        List<Burst> sorted = bursts.stream()
                .sorted(java.util.Comparator.comparing(
                        burst -> burst.processes().all()))
                .toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    static String work(Work work) {
        return String.format(Locale.ROOT, "%.1f: ", work.all())
                + work.millis().entrySet().stream()
                        .filter(one -> one.getValue() >= 0.05)
                        .sorted(java.util.Map.Entry.<String, Double>comparingByValue()
                                .reversed())
                        .map(one -> String.format(Locale.ROOT, "%s %.1f", one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static java.util.Map<String, Object> plain(Burst burst) {
        return java.util.Map.of(
                "perSecond", burst.perSecond(),
                "takenPerSecond", burst.takenPerSecond(),
                "cpuMillisByProcess", burst.processes().millis(),
                "cpuMillisByThreads", burst.threads().millis(),
                "dropped", burst.dropped());
    }
}
