package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.intake.service.Call.body;
import static org.holdfast.intake.service.Call.fresh;
import static org.holdfast.intake.service.Call.post;
import static org.holdfast.intake.service.Call.problem;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

class BadInputTest {

    private final House house = House.open();

    @Test
    void malformedJsonIsRefusedAndNothingIsStored() {
        long before = stored();

        problem(raw("/contacts", "{\"channel\":\"PHONE\",".getBytes(StandardCharsets.UTF_8)), 400, "malformed-json");
        problem(raw("/contacts", new byte[] {'{', '"', 'c', (byte) 0xC3, (byte) 0x28, '"', '}'}), 400, "broken-utf-8");
        problem(raw("/contacts", new byte[0]), 400, "malformed-json");

        assertThat(stored()).isEqualTo(before);
    }

    static Stream<Arguments> wrongOpenings() {
        return Stream.of(
                Arguments.of("nickname", "Annie", "unknown-field", "/nickname"),
                Arguments.of("channel", "PIGEON", "invalid-value", "/channel"),
                Arguments.of("channel", 3, "invalid-value", "/channel"),
                Arguments.of("relation", Map.of(), "wrong-type", "/relation"),
                Arguments.of("language", "Ruth speaks English", "language-invalid", "/language"),
                Arguments.of("language", 7, "wrong-type", "/language"),
                Arguments.of("place", Map.of("area", "12 Elm Street"), "place-invalid", "/place/area"),
                Arguments.of("place", Map.of("latitude", 95, "longitude", 0), "place-invalid", "/place/latitude"),
                Arguments.of("place", Map.of("latitude", "39.29", "longitude", 0), "wrong-type", "/place/latitude"),
                Arguments.of("place", Map.of("street", "Elm"), "unknown-field", "/place/street"),
                Arguments.of("needs", List.of("Ruth needs help"), "need-unknown", "/needs/0"),
                Arguments.of("needs", List.of("food", "maria-lopez-is-suicidal"), "need-unknown", "/needs/1"),
                Arguments.of("place", Map.of("area", "MARIA LOPEZ"), "place-invalid", "/place/area"),
                Arguments.of("language", "ann-lisa", "language-invalid", "/language"),
                Arguments.of("needs", "food", "wrong-type", "/needs"),
                Arguments.of("caller", Map.of("name", "R".repeat(201)), "invalid-value", "/caller/name"),
                Arguments.of("caller", Map.of("name", "Ruth\nX"), "invalid-value", "/caller/name"),
                Arguments.of("personAtRisk", Map.of("number", " "), "invalid-value", "/personAtRisk/number"),
                Arguments.of("personAtRisk", Map.of("age", 30), "unknown-field", "/personAtRisk/age"),
                Arguments.of("answers", List.of(Map.of("item", "cssrs.q4")), "missing-field", "/answers/0/value"),
                Arguments.of(
                        "answers",
                        List.of(Map.of("item", "cssrs.q4", "value", "PERHAPS")),
                        "answer-wrong-kind",
                        "/answers/0/value"));
    }

    @ParameterizedTest
    @MethodSource("wrongOpenings")
    void anOpeningWithAWrongFieldPointsAtItAndStoresNothing(String field, Object value, String type, String pointer) {
        long before = stored();
        Map<String, Object> opening = new HashMap<>(Call.opening());
        opening.put(field, value);

        Map<String, Object> problem = problem(post(house.mia(), "/contacts", fresh(), opening), 422, type);

        assertThat(problem.get("pointer")).isEqualTo(pointer);
        assertThat(problem.toString()).doesNotContain("Annie", "Elm", "Ruth");
        assertThat(stored()).isEqualTo(before);
    }

    static Stream<Arguments> wrongAnswers() {
        return Stream.of(
                Arguments.of("cssrs.q4", "MAYBE", "answer-wrong-kind"),
                Arguments.of("cssrs.q4", 1, "answer-wrong-kind"),
                Arguments.of("cssrs.q4", true, "wrong-type"),
                Arguments.of("cssrs.q4", 1.5, "wrong-type"),
                Arguments.of("cssrs.q4", List.of("YES"), "wrong-type"),
                Arguments.of("phq9.q1", 4, "answer-out-of-range"),
                Arguments.of("phq9.q1", "99999999999999999999", "answer-wrong-kind"),
                Arguments.of("cssrs.q6.date", "2026-02-30", "answer-wrong-kind"),
                Arguments.of("cssrs.q6.date", "1899-12-31", "date-out-of-range"),
                Arguments.of("cssrs.q6.date", "2999-01-01", "date-out-of-range"),
                Arguments.of("never.heard", "x".repeat(4_097), "answer-length"),
                Arguments.of("never.heard", "", "answer-length"));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void aWrongAnswerAmongRightOnesChangesNothing(String item, Object value, String type) {
        Call call = Call.opened(house);

        Map<String, Object> problem = problem(
                post(
                        house.mia(),
                        call.path("/answers"),
                        fresh(),
                        Map.of(
                                "answers",
                                List.of(
                                        Map.of("item", "cssrs.q1", "value", "YES"),
                                        Map.of("item", "nickname", "value", "Annie"),
                                        Map.of("item", item, "value", value)))),
                422,
                type);

        assertThat(problem.get("pointer")).isEqualTo("/answers/2/value");
        assertThat(call.version()).isEqualTo(1);
        assertThat(sealedTexts(call)).isEqualTo(2); // her name and her number, no nickname
    }

    @Test
    void aNoteOfAMebibyteIsRefusedWithTheLimitInTheMessage() {
        Call call = Call.opened(house);

        Map<String, Object> problem = problem(
                post(house.mia(), call.path("/notes"), fresh(), Map.of("text", "x".repeat(1024 * 1024))),
                413,
                "note-too-long");

        assertThat(problem.get("detail").toString()).contains("65536");
        assertThat(problem).containsEntry("pointer", "/text").containsEntry("limit", 65_536);
        problem(
                post(house.mia(), call.path("/notes"), fresh(), Map.of("text", "x".repeat(3 * 1024 * 1024))),
                413,
                "too-large");
        problem(post(house.mia(), call.path("/notes"), fresh(), Map.of("text", "  ")), 422, "note-empty");
        problem(
                post(house.mia(), call.path("/notes"), fresh(), Map.of("text", "é".repeat(32_769))),
                413,
                "note-too-long");
        body(post(house.mia(), call.path("/notes"), fresh(), Map.of("text", "é".repeat(32_768))), 201);
        assertThat(call.version()).isEqualTo(2);
    }

    @Test
    void halfACharacterIsRefused() {
        Call call = Call.opened(house);

        problem(
                raw(call.path("/notes"), "{\"text\":\"\\ud83d\"}".getBytes(StandardCharsets.UTF_8)),
                422,
                "invalid-value");
    }

    static Stream<Arguments> wrongConsents() {
        return Stream.of(
                Arguments.of("recipient", "Harbour House, 4th floor", "recipient-unknown"),
                Arguments.of("recipient", "jane.doe", "recipient-unknown"),
                Arguments.of("scopes", List.of(), "scopes-invalid"),
                Arguments.of("scopes", List.of("NAME", "NAME"), "scopes-invalid"),
                Arguments.of("until", "2020-01-01T00:00:00Z", "date-out-of-range"),
                Arguments.of("until", "2999-01-01T00:00:00Z", "date-out-of-range"),
                Arguments.of("until", "tomorrow", "invalid-value"),
                Arguments.of("until", 1_800_000_000, "wrong-type"));
    }

    @ParameterizedTest
    @MethodSource("wrongConsents")
    void aConsentThatCannotBeIsRefused(String field, Object value, String type) {
        Call call = Call.opened(house);
        Map<String, Object> consent = new HashMap<>(Map.of(
                "recipient", "harbour",
                "scopes", List.of("NAME"),
                "until", house.clock.instant().plus(Duration.ofDays(7)).toString()));
        consent.put(field, value);

        Map<String, Object> problem = problem(post(house.mia(), call.path("/consents"), fresh(), consent), 422, type);

        assertThat(problem.get("pointer")).isEqualTo("/" + field);
        assertThat(call.version()).isEqualTo(1);
    }

    @Test
    void idsOfNobodyAreNotFoundOnEveryRoute() {
        for (String id : List.of("01hnobody", "..", "%2e%2e%2f", "a".repeat(300), "contact%2Fx")) {
            String path = "/contacts/" + id;
            for (WebTestClient.ResponseSpec answer : List.of(
                    house.mia().get().uri(URI.create(url(path))).exchange(),
                    house.mia().get().uri(URI.create(url(path + "/outcome"))).exchange(),
                    house.mia()
                            .get()
                            .uri(URI.create(url(path + "/outcome/stream")))
                            .exchange(),
                    house.mia().get().uri(URI.create(url(path + "/words"))).exchange(),
                    house.mia()
                            .get()
                            .uri(URI.create(url("/cases/" + id + "/trail")))
                            .exchange())) {
                answer.expectStatus().is4xxClientError();
            }
        }
        problem(post(house.mia(), "/contacts/01hnobody/answers", fresh(), oneAnswer()), 404, "contact-not-found");
        problem(
                post(house.mia(), "/contacts/01hnobody/notes", fresh(), Map.of("text", "lost?")),
                404,
                "contact-not-found");
        problem(post(house.sol(), "/cases/01hnobody/erasure", fresh()), 404, "case-not-found");
    }

    @Test
    void aClosingNeedsTheVersionItMeans() {
        Call call = Call.opened(house);

        problem(
                post(house.mia(), call.path("/closing"), fresh(), Map.of("disposition", "LEFT")),
                428,
                "if-match-missing");
        problem(call.close("GONE_FISHING", 1), 422, "invalid-value");
        body(call.answers("cssrs.q1", "NO"), 200);
        Map<String, Object> stale = problem(call.close("LEFT", 1), 412, "stale");
        assertThat(stale).containsEntry("current", 2);
        body(call.close("LEFT", 2), 200);
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        problem(
                house.mia()
                        .post()
                        .uri("/contacts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Call.opening())
                        .exchange(),
                400,
                "idempotency-key-missing");
    }

    private static Map<String, Object> oneAnswer() {
        return Map.of("answers", List.of(Map.of("item", "cssrs.q4", "value", "YES")));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + house.port() + path;
    }

    private WebTestClient.ResponseSpec raw(String path, byte[] body) {
        return house.mia()
                .post()
                .uri(path)
                .header("Idempotency-Key", fresh())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private long stored() {
        return Flux.concat(
                        house.database().getCollection("journal").countDocuments(),
                        house.database().getCollection("vault_texts").countDocuments())
                .reduce(0L, Long::sum)
                .block(House.PATIENCE);
    }

    private long sealedTexts(Call call) {
        return Flux.from(house.database().getCollection("vault_texts").find())
                .filter(text -> text.getString("_id").startsWith(call.caseId + "/"))
                .count()
                .block(House.PATIENCE);
    }
}
