package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each control in {@code docs/safety.md} names tests that fail without it: they must be there, by these names. A test that
 * moved to another class is still there.
 */
class HazardLogTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|Contract))\\.(\\w+)`");
    private static final Pattern HAZARD = Pattern.compile("^\\| \\*\\*(H\\d\\d)\\*\\*");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        String sources = sources();

        List<String> missing = NAMED.matcher(log())
                .results()
                .filter(named -> !defines(sources, named.group(2)))
                .map(named -> named.group(1) + "." + named.group(2))
                .distinct()
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void everyHazardThatIsControlledNamesATest() throws IOException {
        List<String> rows =
                log().lines().filter(line -> HAZARD.matcher(line).find()).toList();

        assertThat(rows)
                .hasSizeGreaterThan(10)
                .allMatch(row -> NAMED.matcher(row).find());
    }

    @Test
    void findsATestThatIsNotThere() {
        assertThat(defines(" void escalates() {}", "escalates")).isTrue();
        assertThat(defines(" void escalatesLater() {}", "escalates")).isFalse();
        assertThat(defines("escalates();", "escalates")).isFalse();
    }

    private static boolean defines(String source, String method) {
        return Pattern.compile("\\s(?:void|Stream<DynamicTest>) " + method + "\\(")
                .matcher(source)
                .find();
    }

    private static String log() throws IOException {
        return Files.readString(PROJECT.resolve("docs/safety.md"));
    }

    /** The text of every test of the project. */
    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path module : modules()) {
            try (Stream<Path> files = Files.walk(module.resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> sources.append(text(file)));
            }
        }
        return sources.toString();
    }

    private static List<Path> modules() throws IOException {
        List<Path> modules = new ArrayList<>();
        try (Stream<Path> folders = Files.list(PROJECT)) {
            folders.filter(folder -> Files.isDirectory(folder.resolve("src/test/java")))
                    .forEach(modules::add);
        }
        return modules;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
