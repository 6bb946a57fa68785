package org.holdfast.intake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.chassis.journal.Shapes;
import org.holdfast.intake.domain.Catalogue;
import org.junit.jupiter.api.Test;

/** An intake that has heard of no protocol knows the items of the shipped one, and takes every answer for urgent. */
class ShippedCatalogueTest {

    @Test
    void knowsItsItemsAndThatNoneWasHeard() {
        Catalogue shipped = ProtocolsHeard.shipped(new Shapes());

        assertThat(shipped.items()).containsKeys("cssrs.q4", "asq.q1", "phq9.i9", "person.age");
        assertThat(shipped.published()).isFalse();
    }
}
