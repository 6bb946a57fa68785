package org.holdfast.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.benchmarks.measure.Processes;
import org.holdfast.benchmarks.report.Row;

/** How long a start takes, and how much memory the stack holds then and later. */
final class StartSuite {

    private static final String NAME = "start";
    private static final double MOST_SECONDS = 15;
    private static final double MOST_MEGABYTES = 1_200;

    private StartSuite() {}

    static void ready(Scene scene) {
        double seconds = scene.stack.secondsToReady();
        scene.report.figure(NAME, "secondsToReady", seconds);
        scene.report.row(
                Row.plain(NAME, "seconds to ready", "%.1f s", seconds).aimed("at most 15", seconds <= MOST_SECONDS));
        memory(scene, "at ready");
    }

    static void memory(Scene scene, String when) {
        Map<String, Double> megabytes = Processes.memory(scene.stack.processes());
        double all = megabytes.values().stream().mapToDouble(one -> one).sum();
        scene.report.figure(NAME, "memory " + when, megabytes);
        scene.report.row(Row.plain(
                        NAME,
                        "resident memory " + when,
                        "%.0f MB: %s",
                        all,
                        megabytes.entrySet().stream()
                                .map(one -> String.format(Locale.ROOT, "%s %.0f", one.getKey(), one.getValue()))
                                .collect(Collectors.joining(", ")))
                .aimed("at most 1.2 GB", all <= MOST_MEGABYTES));
    }
}
