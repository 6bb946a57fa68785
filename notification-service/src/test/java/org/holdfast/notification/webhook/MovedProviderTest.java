package org.holdfast.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.holdfast.chassis.http.FreshNames;
import org.holdfast.chassis.testkit.FakeNames;
import org.holdfast.notification.delivery.Letter;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.alert.Reason;
import org.junit.jupiter.api.Test;

/** A provider is found where it is now, and not where it was when somebody was last called. */
class MovedProviderTest {

    private static final Networks LOOPBACK = new Networks(List.of("127.0.0.0/8"));
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** Set aside for documents (RFC 5737), so that nobody is there. */
    private static final String NOBODY = "192.0.2.1";

    /** The pauses before the first three retries together, with room for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(8);

    @Test
    void aRetryGoesToTheNewAddressThoughTheOldOneMayStillBeKept() {
        try (FakeNames names = new FakeNames();
                ScriptedReceiver receiver = new ScriptedReceiver()) {
            WebhookCourier courier = courier(names);
            names.point(NOBODY);
            assertThat(carried(courier, receiver)).isEqualTo(Outcome.FAILED);
            names.point("127.0.0.1");
            assertThat(carriedAgain(courier, receiver)).isEqualTo(Outcome.DELIVERED);
            assertThat(receiver.requests).hasSize(1);
        }
    }

    @Test
    void aNameThatWasNotThereIsAskedForAgain() {
        try (FakeNames names = new FakeNames();
                ScriptedReceiver receiver = new ScriptedReceiver()) {
            WebhookCourier courier = courier(names);
            assertThat(carried(courier, receiver)).isEqualTo(Outcome.FAILED);
            names.point("127.0.0.1");
            assertThat(carriedAgain(courier, receiver)).isEqualTo(Outcome.DELIVERED);
        }
    }

    @Test
    void theSecondAddressOfANameIsTriedWhereTheFirstIsRefused() {
        try (FakeNames names = new FakeNames();
                ScriptedReceiver receiver = new ScriptedReceiver()) {
            names.point(NOBODY, "127.0.0.1");
            assertThat(carried(courier(names), receiver)).isEqualTo(Outcome.DELIVERED);
        }
    }

    private static WebhookCourier courier(FakeNames names) {
        return new WebhookCourier(LOOPBACK, Duration.ofSeconds(6), client -> FreshNames.on(client, names.server()));
    }

    private static Outcome carriedAgain(WebhookCourier courier, ScriptedReceiver receiver) {
        long end = System.nanoTime() + SOON.toNanos();
        Outcome outcome = carried(courier, receiver);
        while (outcome != Outcome.DELIVERED && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            outcome = carried(courier, receiver);
        }
        return outcome;
    }

    private static Outcome carried(WebhookCourier courier, ScriptedReceiver receiver) {
        String url = "http://provider.example:" + receiver.port() + "/hook";
        Letter letter = new Letter("page_1", url, SECRET, Reason.RAISED, "https://x.example/a/t", "07", Instant.now());
        return courier.carry(letter).blockOptional(Duration.ofSeconds(20)).orElseThrow();
    }
}
