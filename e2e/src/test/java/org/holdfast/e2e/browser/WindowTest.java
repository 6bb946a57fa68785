package org.holdfast.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A count of documents that depends on the moment promises nothing. */
@InBrowser
class WindowTest {

    private static final String PAGE =
            "<!doctype html><title>One</title><p id=here>Here</p><script defer src=late.js></script>";

    private final CountDownLatch shown = new CountDownLatch(1);

    @Test
    void aDocumentThatShowsItsTextButIsNotReadToItsEndIsCounted() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean late = exchange.getRequestURI().getPath().endsWith("late.js");
                if (late) {
                    waitUntilShown();
                }
                byte[] body = (late ? "" : PAGE).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", late ? "text/javascript" : "text/html");
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        try (Window window = Floor.get().desk()) {
            window.page()
                    .navigate(
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            window.shows("#here", "Here");
            shown.countDown();
            assertThat(window.loads()).isOne();
        } finally {
            server.stop(0);
        }
    }

    private void waitUntilShown() {
        try {
            shown.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
