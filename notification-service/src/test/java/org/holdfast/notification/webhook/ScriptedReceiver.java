package org.holdfast.notification.webhook;

import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.notification.delivery.CourierContract;
import org.holdfast.notification.delivery.CourierContract.Mood;
import org.holdfast.notification.delivery.CourierContract.Provider;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A webhook receiver that takes, refuses, dawdles, hangs or hangs up. */
public final class ScriptedReceiver implements Provider {

    /** One request as it came. */
    public record Request(HttpHeaders headers, String body) {}

    public final List<Request> requests = new CopyOnWriteArrayList<>();
    public volatile int status = 204;
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
    private volatile Mood mood = Mood.TAKES;
    private final AtomicInteger hanging = new AtomicInteger();

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.port() + "/hook";
    }

    int port() {
        return server.port();
    }

    @Override
    public void mood(Mood next) {
        mood = next;
        status = next == Mood.REFUSES || next == Mood.SPURNS ? 503 : 204;
    }

    @Override
    public int hanging() {
        return hanging.get();
    }

    @Override
    public List<String> taken() {
        return requests.stream()
                .map(request -> request.headers().get("webhook-id") + " " + request.body())
                .toList();
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(3));
    }

    private static Mono<Void> hangUp(HttpServerRequest request) {
        return Mono.fromRunnable(
                () -> request.withConnection(connection -> connection.channel().close()));
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        Mood now = mood;
        int answer = status;
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> switch (now) {
            case HANGS -> {
                hanging.incrementAndGet();
                yield Mono.<Void>never();
            }
            case LATE -> {
                requests.add(new Request(request.requestHeaders().copy(), body));
                yield Mono.delay(CourierContract.LATE)
                        .then(response.status(answer).send());
            }
            case LOSES -> {
                requests.add(new Request(request.requestHeaders().copy(), body));
                yield hangUp(request);
            }
            case CLOSES -> hangUp(request);
            case SLOW -> {
                requests.add(new Request(request.requestHeaders().copy(), body));
                yield Mono.delay(Duration.ofMillis(400))
                        .then(response.status(answer).send());
            }
            case TAKES, REFUSES, SPURNS -> {
                requests.add(new Request(request.requestHeaders().copy(), body));
                yield response.status(answer)
                        .header("location", "http://127.0.0.1:1/elsewhere")
                        .send();
            }
        });
    }
}
