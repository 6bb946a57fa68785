package org.holdfast.e2e.fleet;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.holdfast.chassis.security.Tokens;

/** The token endpoint of the test's own issuer: gives the referral service its token. */
final class TokenDesk implements AutoCloseable {

    private final HttpServer server;

    TokenDesk(Tokens tokens) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth2/token", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] answer = ("{\"access_token\":\"" + tokens.client("referral-service", "disclosures.ask")
                                + "\",\"token_type\":\"Bearer\",\"expires_in\":300}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/oauth2/token";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
