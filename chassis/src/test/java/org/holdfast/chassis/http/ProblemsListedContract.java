package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem type that a module's code can answer with is listed in {@code docs/problems.md}. */
public abstract class ProblemsListedContract {

    private static final Pattern MADE = Pattern.compile(
            "(?:Problem\\.of\\(\\s*(?:HttpStatus\\.\\w+|status)\\s*,|Problem\\.invalid\\(|unavailable\\("
                    + "|Fault\\(|(?:Refusal\\.|(?<![\\w.]))(?:conflict|invalid|notFound|gone|forbidden)\\()\\s*\"([a-z0-9-]+)\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

    /** The module's own folder; the working directory of its tests. */
    protected Path module() {
        return Path.of("").toAbsolutePath();
    }

    /** Types that the code makes in a way the search cannot see. */
    protected Set<String> more() {
        return Set.of();
    }

    @Test
    void everyProblemTypeIsListed() {
        Set<String> made = new TreeSet<>(more());
        made.addAll(made(module().resolve("src/main/java")));
        assertThat(made).as("a module without a problem").isNotEmpty();
        assertThat(listed(module().resolveSibling("docs/problems.md"))).containsAll(made);
    }

    static Set<String> made(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> found(MADE, file))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> listed(Path document) {
        return found(LISTED, document).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(file));
            return matcher.results().map(result -> result.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
