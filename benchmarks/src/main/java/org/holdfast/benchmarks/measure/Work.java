package org.holdfast.benchmarks.measure;

import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time by process or by kind of thread.
 *
 * @param millis for each name
 */
public record Work(Map<String, Double> millis) {

    public Work {
        millis = new TreeMap<>(millis);
    }

    /** What was done since then; a name that is new counts from nothing. */
    public Work since(Work before) {
        Map<String, Double> done = new TreeMap<>();
        millis.forEach((name, now) -> {
            double more = now - before.millis.getOrDefault(name, 0.0);
            if (more > 0) {
                done.put(name, more);
            }
        });
        return new Work(done);
    }

    /** The same for each of so many. */
    public Work each(int count) {
        Map<String, Double> each = new TreeMap<>();
        millis.forEach((name, all) -> each.put(name, all / count));
        return new Work(each);
    }

    /** All of it. */
    public double all() {
        return millis.values().stream().mapToDouble(one -> one).sum();
    }
}
