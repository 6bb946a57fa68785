package org.holdfast.e2e.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Phones that get webhooks: what came to whom and when; they can be slow, refuse or hang. */
public final class FakePhones implements AutoCloseable {

    /** How a phone behaves. */
    public enum Mood {
        WELL,
        /** Answers well, after six seconds. */
        SLOW,
        REFUSING,
        HANGING
    }

    /**
     * One page that came.
     *
     * @param person the phone's owner
     * @param id the webhook-id, the same over retries
     * @param body what it said
     * @param nanos when, by the monotonic clock
     */
    public record Page(String person, String id, String body, long nanos) {}

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Page> pages = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Page> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();

    public FakePhones() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/phones/", this::ring);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where a person's phone gets its webhooks. */
    public String url(String person) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/phones/" + person;
    }

    /** The next page does this before it is answered. */
    public void onNextPage(Runnable deed) {
        next.set(deed);
    }

    /** From now on that person's phone behaves so. */
    public void be(String person, Mood next) {
        moods.put(person, next);
    }

    /** Everything that reached that person's phone, answered or not. */
    public List<Page> arrivals(String person) {
        return arrivals.stream().filter(page -> page.person().equals(person)).toList();
    }

    /** What came to that person, oldest first. */
    public List<Page> pages(String person) {
        return pages.stream().filter(page -> page.person().equals(person)).toList();
    }

    /** Everything that came, oldest first. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void ring(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String person = exchange.getRequestURI().getPath().substring("/phones/".length());
            Mood now = moods.getOrDefault(person, Mood.WELL);
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            Page page = new Page(person, id == null ? "" : id, body, System.nanoTime());
            arrivals.add(page);
            switch (now) {
                case HANGING -> hang(30_000);
                case SLOW -> hang(6_000);
                case WELL, REFUSING -> {}
            }
            boolean well = now == Mood.WELL || now == Mood.SLOW;
            if (well) {
                next.getAndSet(() -> {}).run();
                pages.add(page);
            }
            exchange.sendResponseHeaders(well ? 204 : 503, -1);
        }
    }

    private void hang(long millis) {
        synchronized (this) {
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
