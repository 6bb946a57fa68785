package org.holdfast.e2e;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a service answers a Prometheus server.
 *
 * @param text in Prometheus's text format
 */
record Scrape(String text) {

    /** Every series with its labels and value. */
    List<String> series() {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** The names of all meters. */
    Set<String> names() {
        return series().stream().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many series are Holdfast's own. */
    int ours() {
        return (int)
                series().stream().filter(line -> line.startsWith("holdfast_")).count();
    }

    /** The value of the first series of that name with that label; not a number where there is none. */
    double value(String name, String label) {
        return series().stream()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
