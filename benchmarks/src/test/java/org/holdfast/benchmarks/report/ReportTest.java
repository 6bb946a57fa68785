package org.holdfast.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.holdfast.benchmarks.measure.Latencies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table and the file say the same. */
class ReportTest {

    @TempDir
    Path folder;

    private final Report report = new Report();

    @Test
    void writesEveryFigureWithItsCountAndPercentiles() {
        report.about("store", "a store");
        report.figure("chain", "latency", Latencies.of(List.of(1_000_000L, 3_000_000L)));
        report.row(Row.plain("chain", "p99", "%.1f ms", 3.0).aimed("at most 2", false));
        Path file = folder.resolve("deep/report.json");

        report.write(file);

        JsonNode written = new JsonMapper().readTree(file);
        assertThat(written.path("store").asString()).isEqualTo("a store");
        assertThat(written.at("/figures/chain/latency/count").asInt()).isEqualTo(2);
        assertThat(written.at("/figures/chain/latency/p50Millis").asDouble()).isEqualTo(1);
        assertThat(written.at("/figures/chain/latency/p99Millis").asDouble()).isEqualTo(3);
        assertThat(written.at("/rows/0/verdict").asString()).isEqualTo("NO");
    }

    @Test
    void theTableIsStraight() {
        report.row(Row.plain("chain", "p99", "%.1f ms", 3.0));
        report.row(Row.plain("throughput", "contacts", "%d/s", 100).aimed("at least 50", true));

        assertThat(report.table().lines().map(String::length).distinct()).hasSize(1);
        assertThat(report.table()).contains("| throughput | contacts | 100/s  | at least 50 | yes ");
    }
}
