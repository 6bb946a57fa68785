package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A request is read also when the one two before it was slow to end after its answer. */
class KeepReadingTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n";

    @Test
    void theRequestAfterAnEarlyOneIsAnswered() throws IOException {
        askThrice(KeepReading::on, 20_000);
    }

    /** When this fails, Reactor Netty has been mended, and what is tested here can go. */
    @Test
    void withoutItTheThirdRequestIsNeverRead() {
        assertThatThrownBy(() -> askThrice(server -> server, 1_000)).isInstanceOf(SocketTimeoutException.class);
    }

    private static void askThrice(UnaryOperator<HttpServer> with, int patience) throws IOException {
        DisposableServer server = with.apply(
                        HttpServer.create().host("127.0.0.1").port(0))
                .handle((request, response) -> {
                    Mono<Void> answer =
                            response.header("Content-Length", "0").sendHeaders().then();
                    return request.uri().equals("/slow-to-end")
                            ? answer.then(Mono.delay(Duration.ofMillis(300)).then())
                            : answer;
                })
                .bindNow();
        try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            browser.setSoTimeout(patience);
            for (String path : new String[] {"/slow-to-end", "/early", "/next"}) {
                assertThat(ask(browser, path)).as(path).isEqualToIgnoringCase(ANSWER);
            }
        } finally {
            server.disposeNow();
        }
    }

    private static String ask(Socket browser, String path) throws IOException {
        browser.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        InputStream in = browser.getInputStream();
        StringBuilder heard = new StringBuilder();
        while (!heard.toString().endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                break;
            }
            heard.append((char) one);
        }
        return heard.toString();
    }
}
