package org.holdfast.referral;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Intake's disclosures and an issuer's token endpoint, as scripted. */
public final class FakeIntake {

    /** What was asked. */
    public record Request(String path, String authorization, String key, String body) {}

    private final HttpServer server;
    private final ConcurrentLinkedQueue<String> script = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private FakeIntake(HttpServer server) {
        this.server = server;
    }

    static FakeIntake start() {
        try {
            FakeIntake intake =
                    new FakeIntake(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            intake.server.createContext("/oauth2/token", exchange -> {
                intake.remember(exchange);
                intake.answer(exchange, 200, "application/json", "{\"access_token\":\"own-token\",\"expires_in\":300}");
            });
            intake.server.createContext("/disclosures", intake::disclose);
            intake.server.start();
            return intake;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next answers: a status and a problem type, as in {@code 409 acceptance-not-heard}; after them it discloses. */
    public void answersFirst(String... answers) {
        script.clear();
        requests.clear();
        script.addAll(List.of(answers));
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void disclose(HttpExchange exchange) throws IOException {
        remember(exchange);
        String next = script.poll();
        if (next == null) {
            answer(exchange, 200, "application/json", """
                    {"referralId":"r","scopes":["NAME","PHONE"],"name":"Maria Lopez","phone":"+1 555 0100","notes":[]}""");
            return;
        }
        int status = Integer.parseInt(next.split(" ")[0]);
        String type = next.split(" ")[1];
        answer(exchange, status, "application/problem+json", """
                {"type":"urn:holdfast:problem:%s","status":%d,"detail":"No."}""".formatted(type, status));
    }

    private void remember(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    private void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
