package org.holdfast.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.contracts.triage.UrgentCodeReached;
import org.holdfast.notification.calling.RosterFile;
import org.holdfast.notification.store.Rosters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

class RotaHttpTest {

    private RunningNotification service;
    private WebTestClient admin;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        service = new RunningNotification();
        admin = service.as("ada", "admin");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void saysWhoIsOnCallAtAnInstant() {
        service.as("olu", "operator")
                .get()
                .uri("/on-call?at=2026-11-18T20:00:00Z")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rotas.night.person")
                .isEqualTo("ana")
                .jsonPath("$.rotas.night.end")
                .isEqualTo("2026-11-23T08:00:00Z")
                .jsonPath("$.steps.A[1][0]")
                .isEqualTo("ben")
                .jsonPath("$.safetyNet[0]")
                .isEqualTo("sam");
        admin.get().uri("/on-call?at=yesterday").exchange().expectStatus().isEqualTo(422);
        admin.get()
                .uri("/on-call?at=%2B1000000000-12-31T23:59:59Z")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void takesBackWhatItGave() {
        String etag = etag();
        put(etag, show()).expectStatus().isOk();
        put(etag, show()).expectStatus().isEqualTo(412);
        assertThat(show()).doesNotContain("whsec_");
    }

    @Test
    void neverTakesAnEmptySafetyNet() {
        for (String net : List.of(
                "{\"people\":[],\"everySeconds\":120}",
                "{\"people\":[\"nobody\"],\"everySeconds\":120}",
                "{\"people\":[\"mute\"],\"everySeconds\":120}")) {
            String body = show().replaceAll("\"safetyNet\":\\{[^}]*}", "\"safetyNet\":" + net)
                    .replace("\"people\":[{", "\"people\":[{\"id\":\"mute\"},{");
            put(etag(), body)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:holdfast:problem:roster-unsound")
                    .jsonPath("$.pointer")
                    .value(pointer -> assertThat((String) pointer).startsWith("/safetyNet/people"));
        }
    }

    @Test
    void pointsAtWhatIsWrong() {
        wrong("\"unit\":\"WEEKS\"", "\"unit\":\"MOONS\"", "/rotas/0/unit");
        wrong("\"every\":1", "\"every\":0", "/rotas/0/every");
        wrong("Europe/London", "Europe/Atlantis", "/rotas/0/zone");
        wrong("\"participants\":[\"ana\"", "\"participants\":[\"ghost\"", "/rotas/0/participants/0");
        wrong("\"ackSeconds\":60", "\"ackSeconds\":0", "/policies/A/steps/0/ackSeconds");
        wrong("\"rota\":\"night\"", "\"rota\":\"day\"", "/policies/");
        wrong("ben@helpline.example", "ben@helpline.example, all@helpline.example", "/people/1/email");
        wrong("\"everySeconds\":120", "\"everySeconds\":100000", "/safetyNet/everySeconds");
        wrong("\"people\":[{\"id\"", "\"people\":[{\"name\":\"x\",\"id\"", "/people/0/name");
        put(null, show()).expectStatus().isEqualTo(428);
        assertThat(etag()).isEqualTo("\"1\"");
    }

    @Test
    void callsWhoeverTheNewRotaNamesAtOnce() {
        var now = service.clock.instant();
        service.hears(
                "urgentHeard",
                new UrgentCodeReached("f", "contact-1", "case-1", 1, 1, "A", now, now, "R12", "1"),
                UUID.randomUUID().toString());
        service.until(() -> service.mails("ana").size() == 1);
        put(etag(), show().replaceAll("\"participants\":\\[[^]]*]", "\"participants\":[\"sam\"]"))
                .expectStatus()
                .isOk();
        service.until(() -> service.mails("sam").size() == 1);
    }

    @Test
    void keepsSecretsSealedAndCallsAReceiverThatIsGoneNoMore() {
        String stored = Flux.from(service.store().listCollectionNames())
                .concatMap(name -> Flux.from(service.store().getCollection(name).find()))
                .map(Document::toString)
                .collectList()
                .block(Duration.ofSeconds(5))
                .toString();
        assertThat(stored).contains("ana@helpline.example").doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        service.hook.status = 410;
        var now = service.clock.instant();
        service.hears(
                "urgentHeard",
                new UrgentCodeReached("f", "contact-1", "case-1", 1, 1, "A", now, now, "R12", "1"),
                UUID.randomUUID().toString());
        service.until(() -> etag().equals("\"2\""));
        assertThat(service.hook.requests).hasSize(1);
        service.hears(
                "urgentHeard",
                new UrgentCodeReached("g", "contact-2", "case-2", 1, 1, "A", now, now, "R12", "1"),
                UUID.randomUUID().toString());
        service.until(() -> service.mails("ana").size() == 2);
        assertThat(service.hook.requests).hasSize(1);
    }

    @Test
    void keepsTheOldRosterWhenTheSecretsOfTheNewOneCannotBeKept() {
        var vault = service.bean(Vault.class);
        String kept = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        String fresh = show().replaceFirst("\"webhookSecret\":null", "\"webhookSecret\":\"" + kept + "\"");
        assertThat(fresh).contains(kept);
        put("\"7\"", fresh.replace(kept, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                .expectStatus()
                .isEqualTo(412);
        assertThat(service.bean(Rosters.class).secret("ana").block(Duration.ofSeconds(5)))
                .isEqualTo(kept);
        vault.erase("roster", service.clock.instant()).block(Duration.ofSeconds(5));
        put(etag(), fresh).expectStatus().isEqualTo(410);
        assertThat(etag()).isEqualTo("\"1\"");
    }

    @Test
    void doesNotStartWithARosterThatCouldLeaveAnAlertUnanswered() throws Exception {
        String sound = Files.readString(Path.of("src/test/resources/roster.json"));
        Path file = folder.resolve("roster.json");
        Files.writeString(file, sound);
        assertThat(RosterFile.read(file).safetyNet().people()).containsExactly("sam");
        Files.writeString(file, sound.replace("\"people\": [\"sam\"]", "\"people\": []"));
        assertThatThrownBy(() -> RosterFile.read(file)).hasMessageContaining("/safetyNet/people");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> RosterFile.read(file)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> RosterFile.read(folder.resolve("none.json"))).hasMessageContaining("cannot be read");
    }

    private void wrong(String good, String bad, String pointer) {
        String body = show();
        assertThat(body).contains(good);
        int at = body.indexOf(good);
        put(etag(), body.substring(0, at) + bad + body.substring(at + good.length()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.pointer")
                .value(found -> assertThat((String) found).startsWith(pointer));
    }

    private String show() {
        return String.valueOf(admin.get()
                .uri("/rota")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String etag() {
        return admin.get()
                .uri("/rota")
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
    }

    private WebTestClient.ResponseSpec put(String etag, String body) {
        return admin.put()
                .uri("/rota")
                .headers(headers -> {
                    if (etag != null) {
                        headers.set("If-Match", etag);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
