package org.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
