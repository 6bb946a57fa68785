package org.holdfast.benchmarks.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The counselor's phone: notes when the first request of each page came, and takes them all. */
public final class Phone implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Long> first = new ConcurrentHashMap<>();

    /** Listens on a free port of loopback. */
    public Phone() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/phone/", this::ring);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where it rings. */
    public String url(String person) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/phone/" + person;
    }

    /** When the page came first, by the monotonic clock, or nothing. */
    public Map<String, Long> arrivals() {
        return first;
    }

    private void ring(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            first.putIfAbsent(id == null ? "" : id, now);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
