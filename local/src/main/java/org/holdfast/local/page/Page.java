package org.holdfast.local.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.holdfast.local.demo.DemoPhone;
import org.holdfast.local.demo.MailCatcher;
import org.holdfast.local.stack.CannotStart;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;
import tools.jackson.databind.json.JsonMapper;

/** The one URL of a stack: says how everything is, shows what was caught and the trail of a case, and is the demo phone. */
public final class Page implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_MESSAGE = 64 * 1024;

    private final HttpServer server;
    private final Set<String> hosts;
    private final DemoPhone phone;
    private final MailCatcher mails;
    private final FrontPage front;
    private final TrailPage trails;

    private Page(HttpServer server, Ports ports, DemoPhone phone, MailCatcher mails) {
        this.server = server;
        int port = ports.of(Part.PAGE);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.phone = phone;
        this.mails = mails;
        this.front = new FrontPage(ports, new Healths(ports));
        this.trails = new TrailPage(ports);
    }

    /** Listens on loopback. */
    public static Page start(Ports ports, DemoPhone phone, MailCatcher mails) {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(Part.PAGE)), 50);
            Page page = new Page(server, ports, phone, mails);
            server.createContext("/", page::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return page;
        } catch (IOException unable) {
            throw new CannotStart("The page cannot listen: " + unable.getMessage(), unable);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")))) {
                // a name of somebody else's that points here is not to read this page through a browser
                send(exchange, 421, "text/plain", "This page answers to 127.0.0.1 and localhost only.");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod()) {
                case "POST" -> post(exchange, path);
                case "GET", "HEAD" -> get(exchange, path);
                default -> send(exchange, 405, "text/plain", "GET and POST only.");
            }
        }
    }

    private void post(HttpExchange exchange, String path) throws IOException {
        if (!path.startsWith("/phone/")) {
            send(exchange, 404, "text/plain", "There is nothing here.");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_MESSAGE);
        boolean ours = phone.ring(
                path.substring("/phone/".length()),
                exchange.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8));
        send(exchange, ours ? 204 : 401, "text/plain", ours ? "" : "The signature is not right.");
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/" -> html(exchange, front.show(mails.newestFirst(), phone.newestFirst()));
            case "/trail" -> html(exchange, trails.show(exchange.getRequestURI().getRawQuery()));
            case "/mails" -> json(exchange, mails.newestFirst());
            case "/page.css" ->
                send(
                        exchange,
                        200,
                        "text/css",
                        Documents.read("org/holdfast/local/page/page.css").orElse(""));
            default -> {
                if (path.startsWith("/phone/")) {
                    String person = path.substring("/phone/".length());
                    json(
                            exchange,
                            phone.newestFirst().stream()
                                    .filter(one -> one.person().equals(person))
                                    .toList()
                                    .reversed());
                    return;
                }
                String name = path.startsWith("/documents/") ? path.substring("/documents/".length()) : "";
                String text =
                        Documents.NAMES.contains(name) ? Documents.read(name).orElse("") : "";
                send(
                        exchange,
                        text.isEmpty() ? 404 : 200,
                        "text/plain",
                        text.isEmpty() ? "There is nothing here." : text);
            }
        }
    }

    private static void html(HttpExchange exchange, String page) throws IOException {
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'");
        send(exchange, 200, "text/html", page);
    }

    private static void json(HttpExchange exchange, List<? extends Record> caught) throws IOException {
        send(exchange, 200, "application/json", JSON.writeValueAsString(Map.of("items", caught)));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        boolean empty = status == 204 || exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
