package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.NotificationKeyDestroyed;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class AskTest extends Journey {

    @Test
    void saysInItsHealthWhatIsWrongWhileItIs() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        service.after(Duration.ofSeconds(60));
        service.until(() -> service.mails("ben").size() == 1);
        service.after(Duration.ofSeconds(60));
        service.until(() -> health().contains("1 alerts that nobody answered"));
        acknowledge(service.as("ben", "counselor")).expectStatus().isOk();
        service.until(() -> !health().contains("that nobody answered"));
    }

    @Test
    void isAcknowledgedByOneOfTwoPeopleAtOnce() {
        urgent("fact-1", "A");
        List<Integer> statuses = reactor.core.publisher.Flux.just("ana", "ben")
                .flatMap(person -> reactor.core.publisher.Mono.fromCallable(
                                () -> acknowledge(service.as(person, "counselor"))
                                        .returnResult(String.class)
                                        .getStatus()
                                        .value())
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()))
                .collectList()
                .block(Duration.ofSeconds(20));
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        service.until(() -> service.told(AlertAcknowledged.class).size() == 1);
    }

    @Test
    void isClosedWithTheVersionThatThePersonSaw() {
        urgent("fact-1", "A");
        service.until(() -> delivered("ana").size() == 2);
        WebTestClient sam = service.as("sam", "supervisor");
        closing(sam, "\"1\"", "HANDED_OVER").expectStatus().isEqualTo(412);
        closing(sam, null, "HANDED_OVER").expectStatus().isEqualTo(428);
        closing(sam, "\"1\"", "he was very sad").expectStatus().isEqualTo(422);
        close(alert);
        service.until(() -> service.told(AlertClosed.class).size() == 1);
        assertThat(service.told(AlertClosed.class).getFirst().reason()).isEqualTo("HANDED_OVER");
    }

    @Test
    void showsAnAlertWithWhoWasCalledAndWhy() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        service.after(Duration.ofSeconds(60));
        service.until(() -> service.mails("ben").size() == 1);
        service.as("olu", "operator")
                .get()
                .uri("/alerts/" + alert)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.alert.state")
                .isEqualTo("RINGING")
                .jsonPath("$.alert.step")
                .isEqualTo(2)
                .jsonPath("$.alert.reason")
                .isEqualTo("NOT_ACKNOWLEDGED")
                .jsonPath("$.alert.called[0]")
                .isEqualTo("ben")
                .jsonPath("$.history[1].called[0]")
                .isEqualTo("ana");
        service.as("olu", "operator")
                .get()
                .uri("/alerts/nobody.risk")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void answersARepeatedRequestLikeTheFirst() {
        urgent("fact-1", "A");
        WebTestClient ana = service.as("ana", "counselor");
        for (int i = 0; i < 3; i++) {
            ana.post()
                    .uri("/alerts/" + alert + "/acknowledgement")
                    .header("Idempotency-Key", "the-same")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        service.until(() -> service.told(AlertAcknowledged.class).size() == 1);
        ana.post()
                .uri("/alerts/" + alert + "/acknowledgement")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void destroysItsKeyOfAnErasedCaseAndSaysSo() {
        Vault vault = service.bean(Vault.class);
        service.hears(
                "contactsHeard",
                new CaseErased(caseId, service.clock.instant()),
                UUID.randomUUID().toString());
        assertThat(vault.erased(caseId).block(Duration.ofSeconds(5))).isTrue();
        assertThat(service.told(NotificationKeyDestroyed.class))
                .extracting(NotificationKeyDestroyed::caseId)
                .containsExactly(caseId);
    }
}
