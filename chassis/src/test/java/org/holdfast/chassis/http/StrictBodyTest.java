package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.security.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A body is understood in full or refused. */
class StrictBodyTest extends OverHttp {

    private static final String GOOD = "\"channel\": \"PHONE\", \"needs\": [\"SHELTER\"]";

    @Test
    void takesWhatIsRight() {
        send("{" + GOOD + ", \"caller\": {\"name\": \"Amina 🌙\"}, \"age\": 17, \"distance\": 2, \"mood\": \"CALM\","
                        + " \"at\": \"2026-11-22T02:10:00Z\", \"alone\": true, \"more\": {\"a\": \"b\"}}")
                .expectStatus()
                .isCreated();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "color": "red"                            | unknown-field | /color
            "caller": {"name": "A", "a/b~c": 1}       | unknown-field | /caller/a~1b~0c
            "caller": {}                              | missing-field | /caller/name
            "caller": {"name": null}                  | missing-field | /caller/name
            "others": [{"name": "A"}, {}]             | missing-field | /others/1/name
            "others": [{"name": "A"}, null]           | missing-field | /others/1
            "others": [{"name": "A"}, {"x": 1, "name": "B"}] | unknown-field | /others/1/x
            "more": {"a": null}                       | missing-field | /more/a
            "caller": "Amina"                         | wrong-type    | /caller
            "caller": []                              | wrong-type    | /caller
            "caller": {"name": 5}                     | wrong-type    | /caller/name
            "caller": {"name": true}                  | wrong-type    | /caller/name
            "caller": {"name": ["A"]}                 | wrong-type    | /caller/name
            "caller": {"name": " "}                   | name-empty    | /caller/name
            "others": [{"name": "A"}, {"name": ""}]   | name-empty    | /others/1/name
            "age": "17"                               | wrong-type    | /age
            "age": 17.5                               | wrong-type    | /age
            "age": 99999999999                        | wrong-type    | /age
            "age": true                               | wrong-type    | /age
            "distance": "2"                           | wrong-type    | /distance
            "distance": 1e999                         | invalid-value | /distance
            "alone": "true"                           | wrong-type    | /alone
            "alone": 1                                | wrong-type    | /alone
            "mood": "HAPPY"                           | invalid-value | /mood
            "mood": "calm"                            | invalid-value | /mood
            "mood": 0                                 | invalid-value | /mood
            "at": "yesterday"                         | invalid-value | /at
            "at": "2026-13-45T00:00:00Z"              | invalid-value | /at
            "at": 1795312800                          | wrong-type    | /at
            "language": "\\ud83c"                     | invalid-value | /language
            "language": "a\\u0000b"                   | invalid-value | /language
            """)
    void refusesAFieldThatIsWrongAndPointsAtIt(String member, String type, String pointer) {
        Map<?, ?> problem = problem(send("{" + GOOD + ", " + member + "}"), 422, type);
        assertThat(problem.get("pointer")).isEqualTo(pointer);
    }

    @Test
    void listsEveryFieldThatIsWrong() {
        Map<?, ?> problem = problem(send("{\"color\": 1, \"caller\": {\"shoe\": 2}}"), 422, "unknown-field");
        List<Object> pointers = new ArrayList<>();
        ((List<?>) problem.get("errors")).forEach(fault -> pointers.add(((Map<?, ?>) fault).get("pointer")));
        assertThat(pointers).containsExactlyInAnyOrder("/color", "/channel", "/needs", "/caller/shoe", "/caller/name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{]",
                "{\"channel\": \"PHONE\",}",
                "{\"channel\": 'PHONE'}",
                "{channel: 1}",
                "{\"channel\": NaN}",
                "{\"channel\": 01}",
                "{} {}",
                "{} x",
                "/* hello */ {}",
                "{\"channel\": \"PHONE\", \"channel\": \"CHAT\", \"needs\": []}",
                "{\"channel\": \"a\tb\"}"
            })
    void refusesWhatIsNotOneJsonValue(String text) {
        problem(send(text), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "5", "\"text\"", "true"})
    void refusesJsonThatIsNotAnObject(String text) {
        assertThat(problem(send(text), 422, "wrong-type").get("pointer")).isEqualTo("");
    }

    @Test
    void refusesNestingWithoutEnd() {
        problem(send("[".repeat(50_000)), 400, "malformed-json");
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] broken = ("{" + GOOD + ", \"language\": \"x\"}").getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 3] = (byte) 0xff;
        problem(sendBytes(broken), 400, "broken-utf-8");
        byte[] overlong = ("{" + GOOD + ", \"language\": \"xy\"}").getBytes(StandardCharsets.UTF_8);
        overlong[overlong.length - 4] = (byte) 0xc0;
        overlong[overlong.length - 3] = (byte) 0xaf;
        problem(sendBytes(overlong), 400, "broken-utf-8");
        problem(sendBytes("{}".getBytes(StandardCharsets.UTF_16)), 400, "broken-utf-8");
    }

    @Test
    void namesTheLimitOfABodyThatIsTooLarge() {
        String note = "{" + GOOD + ", \"language\": \"" + "x".repeat(1024 * 1024) + "\"}";
        Map<?, ?> problem = problem(send(note), 413, "too-large");
        assertThat(problem.get("limit")).isEqualTo(131072);
        assertThat(String.valueOf(problem.get("detail"))).contains("131072");
    }

    @Test
    void namesTheLimitAlsoWhenTheLengthIsNotTold() {
        var parts = reactor.core.publisher.Flux.range(0, 64).map(i -> "x".repeat(4096));
        problem(
                operator()
                        .post()
                        .uri("/contacts")
                        .header("Idempotency-Key", "k")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(parts, String.class)
                        .exchange(),
                413,
                "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json;charset=ISO-8859-1",
                "application/*",
                "nonsense",
                "none"
            })
    void refusesAnotherMediaType(String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/contacts"))
                .header("Authorization", "Bearer " + Tokens.shared().person("mia", "operator"))
                .header("Idempotency-Key", "k")
                .POST(HttpRequest.BodyPublishers.ofString("{" + GOOD + "}"));
        if (!type.equals("none")) {
            request.header("Content-Type", type);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("urn:holdfast:problem:unsupported-media-type");
        }
    }

    @Test
    void refusesACompressedBody() {
        problem(
                operator()
                        .post()
                        .uri("/contacts")
                        .header("Idempotency-Key", "k")
                        .header("Content-Encoding", "gzip")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(("{" + GOOD + "}").getBytes(StandardCharsets.UTF_8))
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void hashesWhatWasSaidAndNotHowItWasWritten() {
        String one = StrictJson.read("{\"name\": \"A\", \"number\": \"1\"}", Desk.Person.class)
                .hash();
        String same = StrictJson.read(" {\"number\":\"\\u0031\",\n\"name\":\"A\"}", Desk.Person.class)
                .hash();
        String other = StrictJson.read("{\"name\": \"A\", \"number\": \"2\"}", Desk.Person.class)
                .hash();
        assertThat(one).isEqualTo(same).isNotEqualTo(other).hasSize(52);
    }

    @Test
    void aBodyThatSaysNothingMayBeAbsentOrEmptyAndNothingElse() {
        String absent = withdrawal("");
        assertThat(withdrawal("{}")).isEqualTo(absent);
        problem(post("/contacts/1/withdrawal", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)), 422, "unknown-field");
        problem(post("/contacts/1/withdrawal", "[".getBytes(StandardCharsets.UTF_8)), 400, "malformed-json");
    }

    @Test
    void aBodyThatMayBeLeftOutIsReadStrictlyWhereItIsThere() {
        String absent = answered("/contacts/1/erasure", "");
        assertThat(absent).startsWith("null ");
        assertThat(answered("/contacts/1/erasure", "{}")).isEqualTo(absent);
        assertThat(answered("/contacts/1/erasure", "{\"anyway\": true}"))
                .startsWith("true ")
                .isNotEqualTo(absent);
        problem(post("/contacts/1/erasure", "{\"anyhow\": 1}".getBytes(StandardCharsets.UTF_8)), 422, "unknown-field");
        problem(post("/contacts/1/erasure", "[".getBytes(StandardCharsets.UTF_8)), 400, "malformed-json");
    }

    private String withdrawal(String body) {
        return answered("/contacts/1/withdrawal", body);
    }

    private String answered(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec send(String body) {
        return sendBytes(body.getBytes(StandardCharsets.UTF_8));
    }

    private WebTestClient.ResponseSpec sendBytes(byte[] body) {
        return post("/contacts", body);
    }

    private WebTestClient.ResponseSpec post(String path, byte[] body) {
        return operator()
                .post()
                .uri(path)
                .header("Idempotency-Key", "k")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
