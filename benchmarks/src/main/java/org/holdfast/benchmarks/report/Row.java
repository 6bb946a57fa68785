package org.holdfast.benchmarks.report;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param suite what was run
 * @param figure what was measured
 * @param value what came out
 * @param goal what is aimed at, empty if nothing is
 * @param verdict whether it was reached: yes, no, or empty
 */
public record Row(String suite, String figure, String value, String goal, String verdict) {

    /** A figure without a goal. */
    public static Row plain(String suite, String figure, String format, Object... values) {
        return new Row(suite, figure, String.format(Locale.ROOT, format, values), "", "");
    }

    /** A figure that has a goal. */
    public Row aimed(String goal, boolean reached) {
        return new Row(suite, figure, value, goal, reached ? "yes" : "NO");
    }
}
