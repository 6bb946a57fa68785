package org.holdfast.console.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.holdfast.console.views.OutcomeView.AlertView;
import org.holdfast.console.views.OutcomeView.DeliveredView;
import org.holdfast.console.views.OutcomeView.Line;
import org.junit.jupiter.api.Test;

/** Nobody is shown as reached before the alert was raised that they were reached by. */
class AlertLinesTest {

    private static final Instant RAISED = Instant.parse("2026-11-25T03:00:00Z");
    private static final DeliveredView REACHED = reached(RAISED);
    private static final DeliveredView EARLIER = reached(RAISED.minusSeconds(4));

    @Test
    void isRaisedBeforeSomebodyIsReachedInTheSameMoment() {
        assertThat(alert(REACHED).lines())
                .containsExactly(new Line(RAISED, null, false), new Line(RAISED, REACHED, false));
    }

    @Test
    void whoWasReachedEarlierWasReachedByAnEarlierRaising() {
        assertThat(alert(REACHED, EARLIER).lines())
                .containsExactly(
                        new Line(EARLIER.at(), EARLIER, false),
                        new Line(RAISED, null, true),
                        new Line(RAISED, REACHED, false));
    }

    private static AlertView alert(DeliveredView... delivered) {
        return new AlertView("RINGING", true, "01j.risk", "B", RAISED, List.of(delivered), null, null, null, null);
    }

    private static DeliveredView reached(Instant at) {
        return new DeliveredView("ana", "EMAIL", 1, at);
    }
}
