package org.holdfast.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.benchmarks.measure.Latencies;
import org.holdfast.benchmarks.measure.Spread;
import org.holdfast.benchmarks.measure.Work;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects the figures, and gives them out as one table and one file. */
public final class Report {

    private final Map<String, Object> about = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** What the figures were measured on. */
    public void about(String name, Object value) {
        about.put(name, value);
    }

    /** A figure of a suite, for the file. */
    public void figure(String suite, String name, Object value) {
        figures.computeIfAbsent(suite, key -> new LinkedHashMap<>()).put(name, plain(value));
    }

    /** A line of the table. */
    public void row(Row row) {
        rows.add(row);
    }

    /** The table. */
    public String table() {
        return Table.of(rows);
    }

    /** Writes the file. */
    public void write(Path file) {
        Map<String, Object> all = new LinkedHashMap<>(about);
        all.put("rows", rows);
        all.put("figures", figures);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Latencies some -> latencies(some);
            case Spread spread -> spread(spread);
            case Work work -> rounded(work.millis());
            default -> value;
        };
    }

    private static Map<String, Object> latencies(Latencies some) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("count", some.count());
        plain.put("p50Millis", round(some.p50()));
        plain.put("p90Millis", round(some.p90()));
        plain.put("p99Millis", round(some.p99()));
        plain.put("maxMillis", round(some.max()));
        return plain;
    }

    private static Map<String, Object> spread(Spread spread) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("rounds", spread.rounds().stream().map(Report::round).toList());
        plain.put("median", round(spread.median()));
        plain.put("least", round(spread.least()));
        plain.put("most", round(spread.most()));
        return plain;
    }

    private static Map<String, Double> rounded(Map<String, Double> many) {
        Map<String, Double> plain = new LinkedHashMap<>();
        many.forEach((name, value) -> plain.put(name, round(value)));
        return plain;
    }

    private static double round(double value) {
        return Double.isFinite(value) ? Math.round(value * 1_000) / 1_000.0 : value;
    }
}
