package org.holdfast.e2e.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a container that has no curl, a service is asked as the runbook says. */
class AskTest {

    private final List<String> heard = new ArrayList<>();
    private HttpServer service;

    @BeforeEach
    void begin() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("If-Match") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = "{\"status\":\"so\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/down") ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void end() {
        service.stop(0);
    }

    @Test
    void asksAndPrintsWhatIsAnswered() throws Exception {
        assertThat(ask(0, "GET", "/health")).contains("{\"status\":\"so\"}", "tag: \"7\"");
        assertThat(ask(0, "POST", "/admin/retelling", "{\"stream\":\"contact/é\"}"))
                .contains("so");
        assertThat(heard)
                .containsExactly(
                        "GET /health Bearer abc \"6\" ",
                        "POST /admin/retelling Bearer abc \"6\" {\"stream\":\"contact/é\"}");
    }

    @Test
    void aRefusalIsPrintedAndIsNoSuccess() throws Exception {
        assertThat(ask(1, "GET", "/down")).contains("so", "answered with 503");
        assertThat(ask(2, "GET")).contains("usage");
    }

    private String ask(int status, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("bash", Sources.ROOT.resolve("deploy/ask").toString()));
        command.addAll(List.of(words));
        ProcessBuilder asking = new ProcessBuilder(command).redirectErrorStream(true);
        asking.environment()
                .putAll(Map.of(
                        "PORT", String.valueOf(service.getAddress().getPort()),
                        "TOKEN", "abc",
                        "IF_MATCH", "\"6\"",
                        "LC_ALL", "C.UTF-8"));
        Process process = asking.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }
}
