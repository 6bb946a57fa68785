package org.holdfast.benchmarks;

import java.util.Collection;
import java.util.List;
import org.holdfast.benchmarks.report.Report;
import org.holdfast.benchmarks.report.Row;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The parts without I/O, each in JVMs of its own, with the flags of the local run. */
final class PureSuite {

    private static final String NAME = "pure";

    private PureSuite() {}

    static void run(Report report, boolean quick) {
        var options = new OptionsBuilder()
                .include("org\\.holdfast\\.benchmarks\\.pure\\..*")
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 1 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 1 : 3)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            Collection<RunResult> results = new Runner(options).run();
            for (RunResult one : results) {
                String[] path = one.getParams().getBenchmark().split("\\.");
                String figure = String.join(".", List.of(path[path.length - 2], path[path.length - 1]));
                double score = one.getPrimaryResult().getScore();
                double error = one.getPrimaryResult().getScoreError();
                report.figure(NAME, figure + " micros", score);
                report.row(Row.plain(NAME, figure, "%.1f µs ± %.1f", score, error));
            }
        } catch (RunnerException e) {
            throw new IllegalStateException("The pure parts could not be measured", e);
        }
    }
}
