package org.holdfast.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.holdfast.console.views.AlertRows.AlertView;
import org.junit.jupiter.api.RepeatedTest;

/** Whom nobody has reached is on top, whatever the order in which alerts came. */
class AlertsOrderTest {

    private static final List<AlertView> RIGHT = List.of(
            alert("unheard of", "SOMETHING_NEW", "C", 9),
            alert("nobody", "EXHAUSTED", "B", 5),
            alert("emergency", "RINGING", "A", 7),
            alert("older", "RINGING", "B", 1),
            alert("newer", "RINGING", "B", 2),
            alert("taken on", "ACKNOWLEDGED", "A", 1),
            alert("with the person", "ENGAGED", "A", 0));

    @RepeatedTest(20)
    void theMostPressingIsFirst() {
        long seed = System.nanoTime();
        List<AlertView> mixed = new ArrayList<>(RIGHT);
        Collections.shuffle(mixed, new Random(seed));
        assertThat(AlertsPage.mostPressingFirst(mixed)).as("seed %d", seed).isEqualTo(RIGHT);
    }

    private static AlertView alert(String id, String state, String code, int minute) {
        Instant raised = Instant.parse("2026-11-30T02:00:00Z").plusSeconds(60L * minute);
        return new AlertView(id, 1, state, code, "case", List.of(), raised, null, null, List.of(), null, null, null);
    }
}
