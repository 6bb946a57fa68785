package org.holdfast.e2e.controls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.e2e.controls.Outcome.Kind;

/** Says a line for each test as soon as it is known, writes its reason to a file, and counts. */
final class Report {

    private final Path file;
    private final boolean untouched;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    Report(Path file, boolean untouched) {
        this.file = file;
        this.untouched = untouched;
        write("", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void tell(Control control, NamedTest test, Outcome outcome) {
        counts.merge(outcome.kind(), 1, Integer::sum);
        boolean plain =
                outcome.kind() == Kind.FAILED && !untouched && !outcome.why().equals(Happened.HUNG);
        String said = plain ? "" : " " + outcome.why();
        System.out.printf("  %-10s %s%s%n", word(outcome.kind()), test, said.stripTrailing());
        write(
                String.join(
                                "\t",
                                control.name(),
                                word(outcome.kind()),
                                test.toString(),
                                control.control(),
                                outcome.why())
                        + "\n",
                StandardOpenOption.APPEND);
    }

    /** All that was asked for came out as it must, or was left out on purpose. */
    boolean good() {
        return counts.keySet().stream().allMatch(kind -> kind == Kind.LEFT_OUT || kind == must());
    }

    String summary() {
        return counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                        .collect(Collectors.joining(", "))
                + "; why: " + file;
    }

    private Kind must() {
        return untouched ? Kind.PASSED : Kind.FAILED;
    }

    private String word(Kind kind) {
        return switch (kind) {
            case FAILED -> untouched ? "FAILED" : "proven";
            case PASSED -> untouched ? "passed" : "SURVIVED";
            case SAID_NOTHING -> "NOT PROVEN";
            case LEFT_OUT -> "not run";
        };
    }

    private void write(String text, StandardOpenOption... how) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
