package org.holdfast.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.holdfast.triage.domain.protocol.Said;
import org.junit.jupiter.api.Test;

/** Values are joined to the same list whatever came first, also where one came twice at one version. */
class JoinTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Said BEFORE = new Said("NO", 2, NOW);
    private static final Said NO = new Said("NO", 4, NOW);
    private static final Said UNKNOWN = new Said("UNKNOWN", 4, NOW);

    private static ContactFacts annaSays(long version, Said... said) {
        return new ContactFacts("anna", "case", version, false, NOW, Map.of("obs.blue-lips", List.of(said)));
    }

    @Test
    void anOlderMessageDoesNotChangeWhatWasSaidLast() {
        ContactFacts newer = annaSays(4, BEFORE, NO, UNKNOWN, NO);
        ContactFacts older = annaSays(2, BEFORE);

        assertThat(Join.of(newer, older).items().get("obs.blue-lips")).containsExactly(BEFORE, UNKNOWN, NO);
        assertThat(Join.of(older, newer).items().get("obs.blue-lips")).containsExactly(BEFORE, UNKNOWN, NO);
    }
}
