package org.holdfast.e2e.controls;

import java.util.List;
import java.util.Optional;
import org.holdfast.e2e.controls.Outcome.Kind;

/** What a run of tests wrote down, line by line, and what that says of each of them. */
record Happened(List<Line> lines) {

    static final String HUNG = "hung until its time was up";
    private static final String CLASS = "-";

    static Happened read(String text) {
        return new Happened(text.lines()
                .map(line -> line.split("\t", 3))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Line(parts[0], parts[1], parts[2]))
                .toList());
    }

    /** A test that hung has failed; one that was never begun, was skipped or met broken code says nothing. */
    Outcome of(String method, boolean ended) {
        return first("failed", method)
                .map(line -> new Outcome(Kind.FAILED, line.why()))
                .or(() -> first("broken", method).map(line -> nothing("met broken code: " + line.why())))
                .or(() -> first("skipped", method).map(line -> nothing("was skipped: " + line.why())))
                .or(() -> hangs(method, ended))
                .or(() -> first("passed", method).map(_ -> new Outcome(Kind.PASSED, "")))
                .or(() -> ofItsClass().map(line -> nothing("never began: " + line.why())))
                .or(() -> first("started", method).map(_ -> nothing("its process ended before it did")))
                .orElseGet(() -> nothing(ended ? "was not found" : "never began in time"));
    }

    private Optional<Outcome> hangs(String method, boolean ended) {
        boolean within = count("started", method) > count("passed", method);
        return within && !ended ? Optional.of(new Outcome(Kind.FAILED, HUNG)) : Optional.empty();
    }

    private Optional<Line> ofItsClass() {
        return first("failed", CLASS).or(() -> first("broken", CLASS)).or(() -> first("skipped", CLASS));
    }

    private Optional<Line> first(String what, String method) {
        return lines.stream()
                .filter(line -> line.what().equals(what) && line.method().equals(method))
                .findFirst();
    }

    private long count(String what, String method) {
        return lines.stream()
                .filter(line -> line.what().equals(what) && line.method().equals(method))
                .count();
    }

    private static Outcome nothing(String why) {
        return new Outcome(Kind.SAID_NOTHING, why);
    }

    /** One thing that happened to a method, or to the whole class. */
    record Line(String what, String method, String why) {}
}
