package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.contracts.notification.AlertDelivered;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.contracts.triage.UrgentCodeReached;
import org.holdfast.notification.calling.AlertIds;
import org.holdfast.notification.delivery.CourierContract.Mood;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.PageState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A running notification service, and what a test of it asks and sees. */
abstract class Journey {

    static RunningNotification service;

    final String caseId = "case" + UUID.randomUUID().toString().substring(0, 8);
    final String contactId = "contact" + UUID.randomUUID().toString().substring(0, 8);
    final String alert = caseId + ".risk";

    @BeforeAll
    static void start() {
        service = new RunningNotification();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void empty() throws Exception {
        service.mailbox.purgeEmailFromAllMailboxes();
        service.hook.requests.clear();
        service.hook.mood(Mood.TAKES);
        service.bus.clear();
    }

    @AfterEach
    void silence() {
        service.as("sam", "supervisor")
                .get()
                .uri("/alerts?limit=200")
                .exchange()
                .expectBody(String.class)
                .value(list -> Pattern.compile("\"alertId\":\"([^\"]+)\",\"version\":(\\d+)")
                        .matcher(list)
                        .results()
                        .forEach(found -> close(found.group(1))));
    }

    record Shown(String path, String digits) {
        String wrong() {
            return digits.equals("00") ? "01" : "00";
        }
    }

    static Shown link(String text) {
        Matcher url = Pattern.compile("http://desk.helpline.example(/a/[A-Za-z0-9_-]{43})")
                .matcher(text);
        Matcher digits = Pattern.compile("digits (\\d\\d)\\.").matcher(text);
        assertThat(url.find() && digits.find()).isTrue();
        return new Shown(url.group(1), digits.group(1));
    }

    String page(Shown link) {
        return String.valueOf(service.http("")
                .get()
                .uri(link.path())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    WebTestClient.ResponseSpec post(Shown link, String action, String digits) {
        return service.http("")
                .post()
                .uri(link.path() + "/" + action)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("digits=" + digits)
                .exchange();
    }

    UrgentCodeReached fact(String factId, String code) {
        Instant now = service.clock.instant();
        return new UrgentCodeReached(factId, contactId, caseId, 1, 1, code, now, now.plusSeconds(60), "R12", "1.0.0");
    }

    void urgent(String factId, String code) {
        service.hears("urgentHeard", fact(factId, code), UUID.randomUUID().toString());
    }

    void assessed(String code) {
        service.hears(
                "assessmentsHeard",
                new AssessmentChanged(
                        contactId,
                        caseId,
                        1,
                        1,
                        code,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        "crisis-triage",
                        "1.0.0",
                        service.clock.instant()),
                UUID.randomUUID().toString());
    }

    List<AlertDelivered> delivered(String person) {
        return service.told(AlertDelivered.class).stream()
                .filter(told -> told.person().equals(person))
                .toList();
    }

    AlertState state() {
        return service.alerts()
                .load(AlertIds.streamOf(caseId))
                .block(Duration.ofSeconds(5))
                .state();
    }

    long page(PageState state) {
        return ((AlertState.Told) state())
                .episode().pages().stream()
                        .filter(page -> page.state() == state)
                        .count();
    }

    String health() {
        return String.valueOf(service.http("")
                .get()
                .uri("/health")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    WebTestClient.ResponseSpec acknowledge(WebTestClient client) {
        return ask(client, "acknowledgement");
    }

    WebTestClient.ResponseSpec engage(WebTestClient client) {
        return ask(client, "engagement");
    }

    WebTestClient.ResponseSpec ask(WebTestClient client, String what) {
        return client.post()
                .uri("/alerts/" + alert + "/" + what)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    WebTestClient.ResponseSpec closing(WebTestClient client, String version, String reason) {
        return client.post()
                .uri("/alerts/" + alert + "/closing")
                .headers(headers -> {
                    headers.set("Idempotency-Key", UUID.randomUUID().toString());
                    if (version != null) {
                        headers.set("If-Match", version);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\": \"" + reason + "\"}")
                .exchange();
    }

    /** Closes an alert, reading its version again as long as something else happens to it. */
    static void close(String alertId) {
        WebTestClient sam = service.as("sam", "supervisor");
        service.until(() -> {
            String etag = sam.get()
                    .uri("/alerts/" + alertId)
                    .exchange()
                    .returnResult(String.class)
                    .getResponseHeaders()
                    .getETag();
            int status = sam.post()
                    .uri("/alerts/" + alertId + "/closing")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", etag)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"reason\": \"HANDED_OVER\"}")
                    .exchange()
                    .returnResult(String.class)
                    .getStatus()
                    .value();
            return status == 200 || status == 409;
        });
    }
}
