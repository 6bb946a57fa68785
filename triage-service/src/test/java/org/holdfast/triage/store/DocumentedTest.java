package org.holdfast.triage.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Rule;
import org.junit.jupiter.api.Test;

class DocumentedTest {

    @Test
    void everyRuleStandsInTheDocumentWithItsFloorSourceAndMark() throws IOException {
        String document = Files.readString(Path.of("../docs/triage.md"));
        Protocol protocol = ProtocolFile.load("crisis-triage-1.0.0");

        for (Rule rule : protocol.rules()) {
            assertThat(document.lines())
                    .anyMatch(line -> line.startsWith("| " + rule.id() + " | " + rule.floor() + " |")
                            && line.endsWith("| " + rule.origin().cite() + " | "
                                    + rule.origin().mark() + " |"));
        }
    }
}
