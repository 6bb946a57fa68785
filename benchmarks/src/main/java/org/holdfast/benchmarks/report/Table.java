package org.holdfast.benchmarks.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes rows as a table that is readable as it is and as Markdown. */
final class Table {

    private static final Row HEAD = new Row("suite", "figure", "value", "goal", "reached");
    private static final List<Function<Row, String>> COLUMNS =
            List.of(Row::suite, Row::figure, Row::value, Row::goal, Row::verdict);

    private Table() {}

    static String of(List<Row> rows) {
        List<Row> all = Stream.concat(Stream.of(HEAD), rows.stream()).toList();
        List<Integer> widths = COLUMNS.stream()
                .map(column -> all.stream()
                        .mapToInt(row -> column.apply(row).length())
                        .max()
                        .orElse(0))
                .toList();
        String rule = widths.stream().map(width -> "-".repeat(width + 2)).collect(Collectors.joining("|", "|", "|"));
        return Stream.of(Stream.of(line(HEAD, widths), rule), rows.stream().map(row -> line(row, widths)))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Row row, List<Integer> widths) {
        return IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> " " + pad(COLUMNS.get(i).apply(row), widths.get(i)) + " ")
                .collect(Collectors.joining("|", "|", "|"));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
