package org.holdfast.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.chassis.journal.Shapes;
import org.holdfast.intake.domain.ContactEvent;
import org.holdfast.intake.domain.Tally;
import org.junit.jupiter.api.Test;

/** What an older build wrote is read by this one. */
class OlderJournalTest {

    private final Shapes shapes = new Shapes();

    @Test
    void aTallyWithoutTheVersionOfTheChangeBefore() {
        Tally tally = shapes.read(Tally.class, """
                {"version":3,"changedVersion":2,"toldVersion":2,"toldAt":"2026-11-22T22:00:00Z","urgent":true}""");

        assertThat(tally.changedVersion()).isEqualTo(2);
        assertThat(tally.changedBefore()).isZero();
    }

    @Test
    void aChangeThatCouldTakeNothingOut() {
        ContactEvent event = shapes.read(ContactEvent.DetailsChanged.class, """
                {"change":{"language":"en","place":null,"needs":null,"refs":{}},"at":"2026-11-22T22:00:00Z"}""");

        assertThat(event).isInstanceOfSatisfying(ContactEvent.DetailsChanged.class, changed -> {
            assertThat(changed.gone()).isEmpty();
            assertThat(changed.change().removed()).isEmpty();
            assertThat(changed.change().language()).isEqualTo("en");
        });
    }
}
