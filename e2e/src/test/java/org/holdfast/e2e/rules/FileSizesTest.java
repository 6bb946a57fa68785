package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files stay small enough to be read in one go. */
class FileSizesTest {

    private static final int LONGEST = 300;
    private static final List<Integer> MAIN = Sources.of("main", ".java").stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .map(file -> lines(Sources.text(file)))
            .toList();

    @Test
    void halfOfTheFilesHaveAtMost55Lines() {
        assertThat(MAIN).hasSizeGreaterThan(400);
        assertThat(least(MAIN, 50)).as("median of lines").isLessThanOrEqualTo(55);
    }

    @Test
    void nineInTenFilesHaveAtMost120Lines() {
        assertThat(least(MAIN, 90)).as("lines of nine in ten").isLessThanOrEqualTo(120);
    }

    @Test
    void noFileIsLong() {
        assertThat(tooLong(Stream.of("main", "test")
                        .flatMap(part -> Sources.of(part, ".java").stream())
                        .toList()))
                .as("files of more than %s lines", LONGEST)
                .isEmpty();
    }

    @Test
    void theCanaryIsCounted() {
        assertThat(lines("one\ntwo\n")).isEqualTo(2);
        assertThat(lines("one\ntwo\nthree")).isEqualTo(3);
        assertThat(lines("\n".repeat(LONGEST + 1))).isEqualTo(LONGEST + 1);

        List<Integer> tenFiles =
                IntStream.rangeClosed(1, 10).mapToObj(i -> i * 10).collect(Collectors.toList());
        assertThat(least(tenFiles, 50)).isEqualTo(50);
        assertThat(least(tenFiles, 90)).isEqualTo(90);
        assertThat(least(List.of(1, 1, 1, 1, 121, 121), 90)).isEqualTo(121);
    }

    private static List<String> tooLong(List<Path> files) {
        return files.stream()
                .filter(file -> lines(Sources.text(file)) > LONGEST)
                .map(file -> Sources.ROOT.relativize(file) + " " + lines(Sources.text(file)))
                .toList();
    }

    private static int lines(String text) {
        return (int) text.lines().count();
    }

    /** The least number that so many in a hundred do not exceed. */
    private static int least(List<Integer> lines, int inHundred) {
        List<Integer> sorted = lines.stream().sorted().toList();
        return sorted.get(Math.ceilDiv(sorted.size() * inHundred, 100) - 1);
    }
}
