package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The project's documents lead each other's readers somewhere. */
class LinksTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)");

    @Test
    void everyLinkToAFileLeadsSomewhere() throws IOException {
        List<String> dead = documents().stream()
                .flatMap(document -> dead(document).map(link -> PROJECT.relativize(document) + " -> " + link))
                .toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void theDocumentsAreRead() throws IOException {
        assertThat(documents()).hasSizeGreaterThan(20);
        assertThat(dead(PROJECT.resolve("docs/adr/000-template.md")))
                .as("a link that is only a pattern")
                .hasSize(1);
    }

    private static Stream<String> dead(Path document) {
        return LINK.matcher(text(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .filter(link -> !Files.exists(document.resolveSibling(link)));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(PROJECT);
                Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("000-template.md"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
