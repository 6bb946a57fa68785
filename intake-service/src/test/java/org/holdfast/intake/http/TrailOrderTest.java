package org.holdfast.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one decision told at once is read in the order in which it can have happened. */
class TrailOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

    @Test
    void anAlertIsRaisedBeforeSomebodyIsReached() {
        assertThat(Stream.of(
                                one(2, "AlertAcknowledged"),
                                one(2, "AlertEngaged"),
                                one(1, "AlertDelivered"),
                                one(1, "AlertRaised"))
                        .sorted(CaseRoutes.IN_TIME)
                        .map(TrailView::what))
                .containsExactly("AlertRaised", "AlertDelivered", "AlertAcknowledged", "AlertEngaged");
    }

    private static TrailView one(long version, String what) {
        return new TrailView(NOW, "notification", what, "01j.risk", version, null, null, Map.of());
    }
}
