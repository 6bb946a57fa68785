package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People read {@code docs/events.md}: it names every topic with its lane, and every message. */
class DocumentedTest {

    private static final Path EVENTS = Path.of("../docs/events.md");

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void everyMessageIsInTheDocument(MessageType type) throws IOException {
        assertThat(Files.readString(EVENTS)).contains("| `" + type.type() + "` |");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicIsInTheDocumentWithItsLane(Topic topic) throws IOException {
        assertThat(Files.readAllLines(EVENTS))
                .anyMatch(line -> line.startsWith("| `" + topic.title() + "` |")
                        && line.contains(topic.urgent() ? "| urgent |" : "| routine |"));
    }

    @Test
    void everyClassThatHearsOrTellsATopicIsInTheDocument() throws IOException {
        String document = Files.readString(EVENTS);
        List<String> classes = rimClasses();

        assertThat(classes)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    @Test
    void everyClassThatTheDocumentNamesIsThere() throws IOException {
        List<String> named = Pattern.compile("`(\\w+(?:Heard|Told))`")
                .matcher(Files.readString(EVENTS))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(rimClasses()).containsAll(named);
    }

    private static List<String> rimClasses() throws IOException {
        List<String> names = new ArrayList<>();
        for (String service : List.of("intake", "triage", "referral", "notification")) {
            Path rim = Path.of("../" + service + "-service/src/main/java/org/holdfast/" + service + "/stream");
            try (Stream<Path> files = Files.list(rim)) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> name.endsWith("Heard") || name.endsWith("Told"))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
