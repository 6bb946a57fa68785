package org.holdfast.triage.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.holdfast.contracts.triage.ProtocolPublished;
import org.holdfast.triage.store.ProtocolFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the other services know of the protocol before they hear of one is what triage will tell them. */
class ShippedProtocolTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void isWhatTriageTells() throws IOException {
        String told = JSON.writeValueAsString(
                ProtocolTold.published(ProtocolFile.load("crisis-triage-1.0.0"), Instant.EPOCH));
        Path anew = Files.writeString(Path.of("target/protocol.json"), told + "\n");

        try (InputStream shipped = ProtocolPublished.class.getResourceAsStream(ProtocolPublished.SHIPPED)) {
            assertThat(shipped).isNotNull();
            assertThat(JSON.readTree(shipped))
                    .as("copy %s over contracts/src/main/resources%s", anew, ProtocolPublished.SHIPPED)
                    .isEqualTo(JSON.readTree(told));
        }
    }
}
