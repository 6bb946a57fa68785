package org.holdfast.console.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.holdfast.console.views.AnsweredAlert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class AskingTest {

    private static final Caller ANA = new Caller("ana", "Ana", Set.of("counselor"), "ana-token");
    private static final Deed TAKE =
            Deed.of(ServiceName.NOTIFICATION, "/alerts/{id}/acknowledgement", "key-1", Map.of(), "01j.risk");

    private final List<Headers> heard = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Asking asking;
    private int status = 200;
    private String body = "{\"alertId\":\"01j.risk\",\"version\":3,\"state\":\"ACKNOWLEDGED\",\"later\":\"more\"}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        URI place = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        asking = new Asking(WebClient.create(), Map.of(ServiceName.NOTIFICATION, place));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void passesOnTheKeyAndTheTokenAndTakesWhatItDoesNotKnow() {
        AnsweredAlert answered =
                asking.post(ANA, TAKE.ifStill("2"), AnsweredAlert.class).block();
        assertThat(answered).isEqualTo(new AnsweredAlert("01j.risk", 3, "ACKNOWLEDGED"));
        assertThat(heard.getFirst().getFirst("Idempotency-Key")).isEqualTo("\"key-1\"");
        assertThat(heard.getFirst().getFirst("If-Match")).isEqualTo("\"2\"");
        assertThat(heard.getFirst().getFirst("Authorization")).isEqualTo("Bearer ana-token");
    }

    @Test
    void aNoIsToldInTheWordsOfTheService() {
        status = 409;
        body = "{\"type\":\"urn:holdfast:problem:already-acknowledged\",\"detail\":\"Ben has it.\"}";
        assertThatThrownBy(() -> asking.post(ANA, TAKE, AnsweredAlert.class).block())
                .isInstanceOfSatisfying(Refused.class, no -> {
                    assertThat(no.status()).isEqualTo(409);
                    assertThat(no.type()).isEqualTo("already-acknowledged");
                    assertThat(no.detail()).isEqualTo("Ben has it.");
                });
    }

    @Test
    void aFailureIsNotANo() {
        status = 500;
        assertThatThrownBy(() -> asking.post(ANA, TAKE, AnsweredAlert.class).block())
                .isInstanceOf(Away.class);
    }

    @Test
    void silenceIsNotANo() {
        server.stop(0);
        assertThatThrownBy(() -> asking.post(ANA, TAKE, AnsweredAlert.class).block())
                .isInstanceOf(Away.class);
    }

    @Test
    void aTokenThatIsOverAsksForAnotherSignIn() {
        status = 401;
        assertThatThrownBy(() -> asking.get(ANA, ServiceName.NOTIFICATION, "/alerts", AnsweredAlert.class)
                        .block())
                .isInstanceOf(SignInEnded.class);
    }
}
