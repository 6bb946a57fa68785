package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.security.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Whatever goes wrong is a problem document, and says nothing of the inside. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends OverHttp {

    @Test
    void anUnexpectedErrorSaysNothingOfTheInsideAndLogsNoWordOfIt(CapturedOutput log) {
        Map<?, ?> problem = problem(operator().get().uri("/broken").exchange(), 500, "unexpected");
        assertThat(problem.toString()).doesNotContain(Desk.SECRET).doesNotContain("IllegalState");
        String incident = String.valueOf(problem.get("instance")).replace("urn:holdfast:incident:", "");
        assertThat(incident).hasSize(32);
        assertThat(log.getAll())
                .contains(incident)
                .contains("IllegalStateException")
                .contains("Desk")
                .doesNotContain(Desk.SECRET);
    }

    @Test
    void aBrowserGetsAProblemDocumentToo() {
        problem(operator().get().uri("/broken").accept(MediaType.TEXT_HTML).exchange(), 500, "unexpected");
        problem(operator().get().uri("/contacts/1").accept(MediaType.TEXT_HTML).exchange(), 404, "not-found");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        problem(operator().get().uri("/contacts/1").exchange(), 404, "not-found");
    }

    @Test
    void anotherMethodIsAnsweredWithThoseThatAreTaken() {
        problem(
                operator().delete().uri("/contacts").exchange().expectHeader().valueEquals("Allow", "GET, POST"),
                405,
                "method-not-allowed");
        problem(
                operator().patch().uri("/contacts/1").exchange().expectHeader().valueEquals("Allow", "GET, PUT"),
                405,
                "method-not-allowed");
    }

    @Test
    void aBusinessNoHasTheStatusOfItsKind() {
        problem(operator().get().uri("/refused").exchange(), 409, "contact-closed");
        assertThat(Problem.of(Refusal.invalid("a", "b", "/c")).status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Problem.of(Refusal.invalid("a", "b", "/c")).pointer()).isEqualTo("/c");
        assertThat(Problem.of(Refusal.notFound("a", "b")).status()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(Problem.of(Refusal.gone("a", "b")).status()).isEqualTo(HttpStatus.GONE);
        assertThat(Problem.of(Refusal.forbidden("a", "b")).status()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void everythingThatIsWrongIsNamedAndTheFirstGivesTheType() {
        Refusal both = Refusal.all(List.of(Refusal.invalid("a", "b", "/c"), Refusal.invalid("d", "e", "/f")));

        assertThat(Problem.of(both).document())
                .containsEntry("type", "urn:holdfast:problem:a")
                .containsEntry("pointer", "/c")
                .containsEntry("errors", List.of(new Problem.Fault("a", "b", "/c"), new Problem.Fault("d", "e", "/f")));
        assertThat(Problem.of(Refusal.conflict("a", "b")).document()).doesNotContainKey("errors");
    }

    @Test
    void aRequestThatTheFirewallTurnsAwayIsMalformed() throws Exception {
        for (String path : List.of("/contacts;x=1", "/contacts/..%2fme", "/contacts/%00", "//contacts")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).contains("application/problem+json").contains("urn:holdfast:problem:");
            assertThat(answer).as(path).doesNotStartWith("HTTP/1.1 5").doesNotStartWith("HTTP/1.1 200");
        }
    }

    @Test
    void anyMethodAndAnyQueryIsAnsweredWithoutAServerError() throws Exception {
        String token = Tokens.shared().person("mia", "operator");
        for (String line : List.of(
                "BREW /contacts",
                "TRACE /contacts",
                "OPTIONS /contacts",
                "HEAD /contacts",
                "GET /contacts?limit=%ff",
                "GET /contacts?cursor=%zz",
                "GET /contacts?&&==&",
                "GET /search?seconds=x")) {
            String answer = raw(
                    line + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(line).startsWith("HTTP/1.1 ");
            if (!line.contains("seconds=x")) { // a handler's own mistake is a server error, and rightly
                assertThat(answer).as(line).doesNotStartWith("HTTP/1.1 5");
            }
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
