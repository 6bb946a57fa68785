package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.UUID;
import org.holdfast.contracts.SafetyNetCalled;
import org.holdfast.contracts.notification.AlertExhausted;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.notification.domain.alert.AlertState;
import org.junit.jupiter.api.Test;

class RestartTest extends Journey {

    @Test
    void goesOnCallingTheSafetyNetAfterARestartUntilItIsAcknowledged() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        service.after(Duration.ofSeconds(60));
        service.until(() -> service.mails("ben").size() == 1);
        service.after(Duration.ofSeconds(60));
        service.until(() -> service.mails("sam").size() == 1
                && service.told(AlertExhausted.class).size() == 1);
        for (int round = 2; round <= 4; round++) {
            int wanted = round;
            service.restart();
            assertThat(state()).isInstanceOf(AlertState.Exhausted.class);
            assertThat(service.mails("sam")).hasSize(wanted - 1);
            service.after(Duration.ofSeconds(120));
            service.until(() -> service.mails("sam").size() == wanted);
        }
        acknowledge(service.as("sam", "supervisor")).expectStatus().isOk();
        service.until(() -> state() instanceof AlertState.Acknowledged);
        service.after(Duration.ofSeconds(200));
        assertThat(service.mails("sam")).hasSize(4);
    }

    @Test
    void ringsOnAfterARestartWhenWhoeverAcknowledgedIsNotWithThePersonInTime() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        acknowledge(service.as("ana", "counselor")).expectStatus().isOk();
        service.restart();
        assertThat(state()).isInstanceOf(AlertState.Acknowledged.class);
        service.after(Duration.ofSeconds(299));
        assertThat(service.mails("ben")).isEmpty();
        service.after(Duration.ofSeconds(1));
        service.until(() -> service.mails("ben").size() == 1);
        assertThat(service.mails("ben").getFirst()).contains("nobody is with the person yet");
    }

    @Test
    void joinsAnotherFactOfTheSameContactWhileOpenAndRingsForItOnceClosed() {
        String first = contactId + ".A.R12";
        String second = contactId + ".A.R14";
        String third = contactId + ".A.R15";
        urgent(first, "A");
        service.until(() -> delivered("ana").size() == 2);
        acknowledge(service.as("ana", "counselor")).expectStatus().isOk();
        urgent(second, "A");
        service.until(() -> service.told(AlertRaised.class).size() == 2);
        assertThat(service.told(AlertRaised.class))
                .extracting(AlertRaised::factId, AlertRaised::contactId, AlertRaised::episode)
                .containsExactly(tuple(first, contactId, 1), tuple(second, contactId, 1));
        assertThat(state()).isInstanceOf(AlertState.Acknowledged.class);
        close(alert);
        urgent(second, "A");
        assertThat(state()).isInstanceOf(AlertState.Closed.class);
        assertThat(service.mails("ana")).hasSize(1);
        urgent(third, "A");
        service.until(() -> service.mails("ana").size() == 2);
        assertThat(service.told(AlertRaised.class).getLast())
                .extracting(AlertRaised::factId, AlertRaised::episode)
                .containsExactly(third, 2);
    }

    @Test
    void callsTheSafetyNetForASecondUnreadableMessageWhileTheFirstIsEngagedAndNeverClosed() {
        unreadable("letter-1");
        service.until(() -> service.mails("sam").size() == 1);
        service.as("sam", "supervisor")
                .post()
                .uri("/alerts/letters-intake.risk/engagement")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange()
                .expectStatus()
                .isOk();
        service.after(Duration.ofDays(1));
        assertThat(service.mails("sam")).hasSize(1);
        unreadable("letter-2");
        service.until(() -> service.mails("sam").size() == 2);
        service.after(Duration.ofSeconds(120));
        service.until(() -> service.mails("sam").size() == 3);
    }

    private static void unreadable(String letter) {
        service.hears(
                "safetyNetHeard",
                new SafetyNetCalled("intake", "contacts-urgent", letter, "UNDECODABLE", service.clock.instant()),
                UUID.randomUUID().toString());
    }
}
