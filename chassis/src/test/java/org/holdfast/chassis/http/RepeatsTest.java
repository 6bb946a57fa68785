package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.security.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A repeat has the same cause and the same ids; everything else has others. */
class RepeatsTest extends OverHttp {

    private static final String PHONE = "{\"channel\": \"PHONE\", \"needs\": []}";

    @Test
    void aRepeatMakesTheSameIdAndAnythingElseAnother() {
        Desk.Opened first = open(operator(), "\"key-1\"", PHONE);
        Desk.Opened again = open(operator(), "\"key-1\"", "{ \"needs\":[], \"channel\":\"PHONE\" }");
        Desk.Opened bare = open(operator(), "key-1", PHONE);
        assertThat(List.of(again, bare)).containsOnly(first);
        assertThat(first.actor()).isEqualTo("mia");
        assertThat(first.id()).matches("[0-9a-hjkmnp-tv-z]{26}");

        Desk.Opened otherKey = open(operator(), "key-2", PHONE);
        Desk.Opened otherPerson = open(with(Tokens.shared().person("ivo", "operator")), "key-1", PHONE);
        Desk.Opened client = open(
                with(Tokens.shared()
                        .token(claims ->
                                claims.subject("mia").claim("client_id", "mia").claim("roles", List.of("operator")))),
                "key-1",
                PHONE);
        assertThat(Set.of(first.id(), otherKey.id(), otherPerson.id(), client.id()))
                .hasSize(4);
    }

    @Test
    void theSameKeyWithAnotherBodyShows() {
        Desk.Opened phone = open(operator(), "key-1", PHONE);
        Desk.Opened chat = open(operator(), "key-1", PHONE.replace("PHONE", "CHAT"));
        assertThat(chat.id()).isEqualTo(phone.id());
        assertThat(chat.hash()).isNotEqualTo(phone.hash());
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        problem(post(operator(), null, PHONE), 400, "idempotency-key-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "a b", "\"a\", \"b\"", "\"a", "\"ä\"", "a\"b", "\"a\\x\"", "a,b"})
    void aMalformedKeyIsRefused(String key) {
        problem(post(operator(), key, PHONE), 400, "idempotency-key-malformed");
    }

    @Test
    void aKeyHasAtMost255Characters() {
        open(operator(), "\"" + "k".repeat(255) + "\"", PHONE);
        problem(post(operator(), "k".repeat(256), PHONE), 400, "idempotency-key-malformed");
        problem(post(operator(), "\"" + "k".repeat(6_000) + "\"", PHONE), 400, "idempotency-key-malformed");
    }

    @Test
    void twoKeysAreRefused() {
        problem(
                operator()
                        .post()
                        .uri("/contacts")
                        .header("Idempotency-Key", "a", "b")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(PHONE)
                        .exchange(),
                400,
                "idempotency-key-malformed");
    }

    @Test
    void theCallersTraceIsKeptAndABrokenOneReplaced() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        assertThat(traceOf(trace)).isEqualTo(trace);
        for (String broken : List.of(
                "x", "00-00000000000000000000000000000000-00f067aa0ba902b7-01", trace.toUpperCase(), trace + "-more")) {
            assertThat(traceOf(broken)).isNotEqualTo(broken).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        }
    }

    @Test
    void oneCauseGivesDifferentIdsToDifferentThings() {
        Cause cause = new Cause("http/x", "", "mia", Instant.EPOCH, null, true);
        assertThat(Set.of(
                        IdempotencyKey.derivedId(cause),
                        IdempotencyKey.derivedId(cause, "case"),
                        IdempotencyKey.derivedId(cause, "note")))
                .hasSize(3);
    }

    private String traceOf(String sent) {
        return operator()
                .post()
                .uri("/contacts")
                .header("Idempotency-Key", "k")
                .header("traceparent", sent)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(PHONE)
                .exchange()
                .expectStatus()
                .isCreated()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("X-Trace");
    }

    private Desk.Opened open(WebTestClient who, String key, String body) {
        return post(who, key, body)
                .expectStatus()
                .isCreated()
                .expectBody(Desk.Opened.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec post(WebTestClient who, String key, String body) {
        return who.post()
                .uri("/contacts")
                .headers(headers -> {
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
