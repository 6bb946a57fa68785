package org.holdfast.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From when a window counts. */
class WindowTest {

    private final Person person = Person.onThePhone();

    @Test
    void countsTheWindowFromWhenItWasSaidEvenIfHeardLate() {
        Instant said = person.now();
        ContactFacts late = person.unheard("cssrs.q4", "YES");
        person.waits(Duration.ofMinutes(30));
        person.hears(late);

        assertThat(person.assessed().outcome().due().since()).isBetween(said, said.plusSeconds(60));
    }

    @Test
    void aDeskClockThatRunsAheadDoesNotPostponeTheWindow() {
        ContactFacts late = person.unheard("cssrs.q4", "YES");
        person.waits(Duration.ofMinutes(-90));
        person.hears(late);

        assertThat(person.assessed().outcome().due().since()).isEqualTo(person.now());
    }
}
