package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.contracts.SafetyNetCalled;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.AlertDelivered;
import org.holdfast.contracts.notification.AlertEngaged;
import org.holdfast.contracts.notification.AlertExhausted;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.notification.NotificationKeyDestroyed;
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
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class AlertJourneyTest {

    private static RunningNotification service;

    private final String caseId = "case" + UUID.randomUUID().toString().substring(0, 8);
    private final String contactId = "contact" + UUID.randomUUID().toString().substring(0, 8);
    private final String alert = caseId + ".risk";

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
    void isTakenOnByTheLinkAndItsTwoDigits() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown link = link(service.mails("ana").getFirst());
        for (int scan = 0; scan < 5; scan++) {
            assertThat(page(link))
                    .contains("Somebody needs you")
                    .contains("<form")
                    .doesNotContain("<script");
        }
        assertThat(state()).isInstanceOf(AlertState.Ringing.class);
        post(link, "acknowledgement", link.wrong()).expectStatus().isEqualTo(422);
        post(link, "acknowledgement", "").expectStatus().isEqualTo(422);
        post(link, "engagement", link.wrong()).expectStatus().isEqualTo(422);
        assertThat(state()).isInstanceOf(AlertState.Ringing.class);
        post(link, "acknowledgement", link.digits()).expectStatus().isOk();
        assertThat(((AlertState.Acknowledged) state()).person()).isEqualTo("ana");
        assertThat(page(link)).contains("I am with the person");
        post(link, "engagement", link.digits()).expectStatus().isOk();
        assertThat(((AlertState.Engaged) state()).person()).isEqualTo("ana");
        assertThat(page(link)).doesNotContain("<form");
    }

    @Test
    void takesWhatIsNoFormForNothingTyped() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown link = link(service.mails("ana").getFirst());
        for (String digits : List.of("%zz", "%", "1".repeat(600_000), "4%002", "&digits=&digits=", "<script>")) {
            post(link, "acknowledgement", digits).expectStatus().isEqualTo(422);
        }
        service.http("")
                .post()
                .uri(link.path() + "/acknowledgement")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"digits\":\"" + link.digits() + "\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        assertThat(state()).isInstanceOf(AlertState.Ringing.class);
        post(link, "acknowledgement", link.digits()).expectStatus().isOk();
    }

    @Test
    void killsALinkAfterThreeWrongTries() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown link = link(service.mails("ana").getFirst());
        for (int wrong = 0; wrong < 3; wrong++) {
            post(link, "acknowledgement", link.wrong()).expectStatus().isEqualTo(422);
        }
        post(link, "acknowledgement", link.digits()).expectStatus().isEqualTo(410);
        assertThat(state()).isInstanceOf(AlertState.Ringing.class);
    }

    @Test
    void letsALinkDieWithItsStep() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        Shown first = link(service.mails("ana").getFirst());
        service.after(Duration.ofSeconds(60));
        service.until(() -> service.mails("ben").size() == 1);
        post(first, "acknowledgement", first.digits()).expectStatus().isEqualTo(410);
        Shown second = link(service.mails("ben").getFirst());
        assertThat(second.path()).isNotEqualTo(first.path());
        post(second, "acknowledgement", second.digits()).expectStatus().isOk();
        assertThat(((AlertState.Acknowledged) state()).person()).isEqualTo("ben");
    }

    @Test
    void answersALinkThatNobodySentLikeOneThatIsOver() {
        WebTestClient anyone = service.http("");
        anyone.get().uri("/a/" + "x".repeat(43)).exchange().expectStatus().isEqualTo(410);
        anyone.get().uri("/a/..%2F..%2Fetc").exchange().expectStatus().is4xxClientError();
    }

    @Test
    void sendsThePageWithAPolicyThatAllowsNoScript() {
        urgent("fact-1", "A");
        service.until(() -> service.mails("ana").size() == 1);
        service.http("")
                .get()
                .uri(link(service.mails("ana").getFirst()).path())
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'")
                                .doesNotContain("unsafe"))
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .value("Cache-Control", cache -> assertThat(cache).contains("no-store"));
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

    private record Shown(String path, String digits) {
        String wrong() {
            return digits.equals("00") ? "01" : "00";
        }
    }

    private static Shown link(String text) {
        Matcher url = Pattern.compile("http://desk.helpline.example(/a/[A-Za-z0-9_-]{43})")
                .matcher(text);
        Matcher digits = Pattern.compile("digits (\\d\\d)\\.").matcher(text);
        assertThat(url.find() && digits.find()).isTrue();
        return new Shown(url.group(1), digits.group(1));
    }

    private String page(Shown link) {
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

    private WebTestClient.ResponseSpec post(Shown link, String action, String digits) {
        return service.http("")
                .post()
                .uri(link.path() + "/" + action)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("digits=" + digits)
                .exchange();
    }

    private UrgentCodeReached fact(String factId, String code) {
        Instant now = service.clock.instant();
        return new UrgentCodeReached(factId, contactId, caseId, 1, 1, code, now, now.plusSeconds(60), "R12", "1.0.0");
    }

    private void urgent(String factId, String code) {
        service.hears("urgentHeard", fact(factId, code), UUID.randomUUID().toString());
    }

    private void assessed(String code) {
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

    private List<AlertDelivered> delivered(String person) {
        return service.told(AlertDelivered.class).stream()
                .filter(told -> told.person().equals(person))
                .toList();
    }

    private AlertState state() {
        return service.alerts()
                .load(AlertIds.streamOf(caseId))
                .block(Duration.ofSeconds(5))
                .state();
    }

    private long page(PageState state) {
        return ((AlertState.Told) state())
                .episode().pages().stream()
                        .filter(page -> page.state() == state)
                        .count();
    }

    private String health() {
        return String.valueOf(service.http("")
                .get()
                .uri("/health")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec acknowledge(WebTestClient client) {
        return ask(client, "acknowledgement");
    }

    private WebTestClient.ResponseSpec engage(WebTestClient client) {
        return ask(client, "engagement");
    }

    private WebTestClient.ResponseSpec ask(WebTestClient client, String what) {
        return client.post()
                .uri("/alerts/" + alert + "/" + what)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    private WebTestClient.ResponseSpec closing(WebTestClient client, String version, String reason) {
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
    private static void close(String alertId) {
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
