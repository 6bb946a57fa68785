package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One person's call, from the desk's side: Ruth, who gives her name and her number. */
final class Call {

    static final String NAME = "Ruth Featherstonehaugh";
    static final String NUMBER = "+1 410 555 0187";
    static final String NOTE = "She keeps the tablets in the blue teapot.";

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    final House house;
    final String contactId;
    final String caseId;

    private Call(House house, Map<String, Object> opened) {
        this.house = house;
        contactId = (String) opened.get("contactId");
        caseId = (String) opened.get("caseId");
    }

    static Call opened(House house) {
        return new Call(house, body(post(house.mia(), "/contacts", fresh(), opening()), 201));
    }

    /** Ruth calls about somebody else, whose name she gives. */
    static Call aboutAnother(House house, String name) {
        Map<String, Object> opening = new HashMap<>(opening());
        opening.put("relation", "THIRD_PARTY");
        opening.put("personAtRisk", Map.of("name", name));
        return new Call(house, body(post(house.mia(), "/contacts", fresh(), opening), 201));
    }

    static Map<String, Object> opening() {
        return Map.of(
                "channel",
                "PHONE",
                "relation",
                "SELF",
                "language",
                "en",
                "place",
                Map.of("latitude", 39.290385, "longitude", -76.612189),
                "needs",
                List.of("mental-health"),
                "caller",
                Map.of("name", NAME, "number", NUMBER));
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }

    static WebTestClient.ResponseSpec post(WebTestClient who, String path, String key, Object body) {
        return who.post()
                .uri(path)
                .header("Idempotency-Key", "\"" + key + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    static WebTestClient.ResponseSpec post(WebTestClient who, String path, String key) {
        return who.post().uri(path).header("Idempotency-Key", "\"" + key + "\"").exchange();
    }

    static Map<String, Object> body(WebTestClient.ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
    }

    static Map<String, Object> get(WebTestClient who, String path) {
        return body(who.get().uri(path).exchange(), 200);
    }

    static Map<String, Object> problem(WebTestClient.ResponseSpec answer, int status, String type) {
        Map<String, Object> problem = answer.expectHeader()
                .contentTypeCompatibleWith("application/problem+json")
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
        assertThat(problem.get("type")).as("%s", problem).isEqualTo("urn:holdfast:problem:" + type);
        assertThat(problem.get("status")).as("%s", problem).isEqualTo(status);
        return problem;
    }

    /** The trail of the case, once it holds what is looked for. */
    List<?> trail(String what) {
        return House.until(
                () -> {
                    var answer = house.mia()
                            .get()
                            .uri("/cases/" + caseId + "/trail")
                            .exchange()
                            .expectBody(JSON)
                            .returnResult();
                    return answer.getStatus().value() == 200
                            ? (List<?>) answer.getResponseBody().get("entries")
                            : List.of();
                },
                entries -> entries.toString().contains(what));
    }

    String path(String more) {
        return "/contacts/" + contactId + more;
    }

    WebTestClient.ResponseSpec answers(String item, Object value) {
        return post(
                house.mia(),
                path("/answers"),
                fresh(),
                Map.of("answers", List.of(Map.of("item", item, "value", value))));
    }

    Map<String, Object> contact() {
        return get(house.mia(), path(""));
    }

    Map<String, Object> outcome() {
        return get(house.mia(), path("/outcome"));
    }

    long version() {
        return ((Number) contact().get("version")).longValue();
    }

    WebTestClient.ResponseSpec close(String disposition, long version) {
        return house.mia()
                .post()
                .uri(path("/closing"))
                .header("Idempotency-Key", fresh())
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("disposition", disposition))
                .exchange();
    }
}
