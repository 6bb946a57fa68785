package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.holdfast.contracts.SafetyNetCalled;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertEngaged;
import org.holdfast.contracts.notification.AlertExhausted;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.triage.UrgentCodeReached;
import org.holdfast.notification.delivery.CourierContract.Mood;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.PageState;
import org.junit.jupiter.api.Test;

class CallingTest extends Journey {

    @Test
    void callsWhoIsOnCallByMailAndBySignedWebhookWithoutAWordOfTheCase() {
        urgent("fact-1", "A");
        service.until(() -> delivered("ana").size() == 2);
        assertThat(service.mails("ana")).hasSize(1);
        assertThat(service.hook.requests).hasSize(1);
        assertThat(service.told(AlertRaised.class)).singleElement().satisfies(raised -> {
            assertThat(raised.factId()).isEqualTo("fact-1");
            assertThat(raised.code()).isEqualTo("A");
            assertThat(raised.contactId()).isEqualTo(contactId);
        });
        for (String text : List.of(
                service.mails("ana").getFirst(),
                service.hook.requests.getFirst().body())) {
            assertThat(text).doesNotContain(caseId).doesNotContain(contactId).doesNotContain("fact-1");
        }
    }

    @Test
    void raisesOnceHoweverOftenTheFactIsTold() {
        urgent("fact-1", "B");
        service.hears("urgentHeard", fact("fact-1", "B"), "another-message");
        service.until(() -> delivered("ana").size() == 2);
        assertThat(service.told(AlertRaised.class)).hasSize(1);
        assertThat(service.mails("ana")).hasSize(1);
        assertThat(service.hook.requests).hasSize(1);
    }

    @Test
    void tellsAgainHowTheAlertStandsWhenSomebodyAsksByRetelling() {
        urgent("fact-1", "A");
        service.until(() -> delivered("ana").size() == 2);
        acknowledge(service.as("ana", "counselor")).expectStatus().isOk();
        service.until(() -> service.told(AlertAcknowledged.class).size() == 1);
        service.bus.clear();
        service.hears("urgentHeard", fact("fact-1", "A"), "retold-1", true);
        assertThat(service.told(AlertRaised.class))
                .extracting(AlertRaised::factId)
                .contains("fact-1");
        assertThat(service.told(AlertAcknowledged.class)).hasSize(1);
    }

    @Test
    void callsTheNextPersonInTimeAndThenTheSafetyNetUntilSomebodyAnswers() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        service.after(Duration.ofSeconds(60));
        service.until(() -> service.mails("ben").size() == 1);
        service.after(Duration.ofSeconds(60));
        service.until(() -> service.mails("sam").size() == 1);
        service.until(() -> service.told(AlertExhausted.class).size() == 1);
        for (int round = 2; round <= 4; round++) {
            int wanted = round;
            service.after(Duration.ofSeconds(120));
            service.until(() -> service.mails("sam").size() == wanted);
        }
        acknowledge(service.as("sam", "supervisor")).expectStatus().isOk();
        engage(service.as("sam", "supervisor")).expectStatus().isOk();
        service.until(() -> service.told(AlertEngaged.class).size() == 1);
    }

    @Test
    void goesOnAfterARestartInTheMiddle() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        service.stop();
        service.after(Duration.ofSeconds(61));
        service.startAgain();
        service.until(() -> service.mails("ben").size() == 1);
        assertThat(service.mails("ana")).hasSize(1);
    }

    @Test
    void sendsAPageOnceMoreWhenTheServiceDiedBeforeItsRecord() {
        service.hook.mood(Mood.HANGS);
        int hanging = service.hook.hanging();
        urgent("fact-1", "B");
        service.until(
                () -> service.hook.hanging() == hanging + 1 && delivered("ana").size() == 1);
        service.stop();
        service.hook.mood(Mood.TAKES);
        service.startAgain();
        service.after(Duration.ofSeconds(31));
        service.until(() -> delivered("ana").size() == 2);
        assertThat(service.hook.requests).hasSize(1);
        assertThat(service.mails("ana")).hasSize(1);
    }

    @Test
    void ringsOnWhenNobodyIsWithThePersonInTime() {
        urgent("fact-1", "A");
        acknowledge(service.as("ana", "counselor")).expectStatus().isOk();
        service.after(Duration.ofSeconds(300));
        service.until(() -> service.mails("ben").size() == 1);
        assertThat(service.mails("ben").getFirst()).contains("nobody is with the person yet");
        service.until(() -> service.told(AlertRaised.class).size() == 2);
    }

    @Test
    void callsTheNextPersonOnTimeWhileEveryChannelFails() {
        service.hook.mood(Mood.HANGS);
        service.mailbox.stop();
        try {
            urgent("fact-1", "A");
            service.until(() -> page(PageState.WAITING) > 0);
            service.after(Duration.ofSeconds(60));
            service.until(() -> state() instanceof AlertState.Ringing ringing && ringing.step() == 2);
        } finally {
            service.mailbox.start();
        }
        service.after(Duration.ofSeconds(2));
        service.until(() -> {
            service.after(Duration.ofSeconds(1));
            return service.mails("ben").size() >= 1;
        });
        assertThat(service.mails("ben")).hasSize(1);
    }

    @Test
    void raisesForTheMostUrgentWhenTheCodeIsUnknown() {
        urgent("fact-1", "Z");
        service.until(() -> !service.told(AlertRaised.class).isEmpty());
        assertThat(service.told(AlertRaised.class).getFirst().code()).isEqualTo("A");
    }

    @Test
    void tellsEveryContactOfTheCaseThatAnAlertCoversIt() {
        urgent("fact-1", "A");
        acknowledge(service.as("ana", "counselor")).expectStatus().isOk();
        service.hears(
                "urgentHeard",
                new UrgentCodeReached(
                        "fact-2",
                        "other",
                        caseId,
                        1,
                        1,
                        "A",
                        service.clock.instant(),
                        service.clock.instant(),
                        "R12",
                        "1"),
                UUID.randomUUID().toString());
        service.until(() -> service.told(AlertRaised.class).size() == 2);
        service.until(() -> service.told(AlertAcknowledged.class).stream()
                .anyMatch(told -> told.contactId().equals("other")));
    }

    @Test
    void ringsForCodeCByPolicyOnce() {
        assessed("C");
        assessed("C");
        assessed("D");
        service.until(() -> service.mails("ana").size() == 1);
        assertThat(service.told(AlertRaised.class)).hasSize(1);
        assertThat(service.told(AlertRaised.class).getFirst().code()).isEqualTo("C");
    }

    @Test
    void callsTheSafetyNetWhenAServiceCannotReadAnUrgentMessage() {
        service.hears(
                "safetyNetHeard",
                new SafetyNetCalled("triage", "contacts-urgent", "letter-1", "UNDECODABLE", service.clock.instant()),
                UUID.randomUUID().toString());
        service.until(() -> service.mails("sam").size() == 1);
        service.after(Duration.ofSeconds(120));
        service.until(() -> service.mails("sam").size() == 2);
        assertThat(service.bus).isEmpty();
    }
}
