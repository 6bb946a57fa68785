package org.holdfast.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SaidAgainTest {

    private final Person person = Person.onThePhone();

    @Test
    void aRiskThatIsSaidAgainAfterItsCorrectionIsToldAgain() {
        person.says("cssrs.q4", "YES");
        person.says("cssrs.q4", "NO");
        List<TriageEvent> events = person.says("cssrs.q4", "YES");

        assertThat(events.stream()
                        .filter(TriageEvent.UrgencyReached.class::isInstance)
                        .map(event -> ((TriageEvent.UrgencyReached) event).factId()))
                .singleElement()
                .asString()
                .endsWith(".B.R12.v3");
        assertThat(person.says("cssrs.q4", "YES")).noneMatch(TriageEvent.UrgencyReached.class::isInstance);
    }
}
