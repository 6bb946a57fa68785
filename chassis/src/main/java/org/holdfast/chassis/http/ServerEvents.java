package org.holdfast.chassis.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Live updates as server-sent events, with a heartbeat so that a dead connection shows. */
public final class ServerEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ServerEvents.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** After this the stream ends and the caller connects again, with a token that is checked again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private ServerEvents() {}

    /** An event with its id, which the caller sends back as {@code Last-Event-ID} when it connects again. */
    public static <T> ServerSentEvent<T> event(String id, String name, T data) {
        return ServerSentEvent.<T>builder(data).id(id).event(name).build();
    }

    /** The id of the last event that the caller has seen, if it has seen one. */
    public static @Nullable String lastSeen(ServerRequest request) {
        return request.headers().firstHeader("Last-Event-ID");
    }

    /** Answers with the events as they come; ends with them, or after 15 minutes. */
    public static <T> Mono<ServerResponse> of(Flux<ServerSentEvent<T>> events) {
        return of(events, HEARTBEAT, LONGEST);
    }

    static <T> Mono<ServerResponse> of(Flux<ServerSentEvent<T>> events, Duration heartbeat, Duration longest) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(beating(events, heartbeat, longest)));
    }

    static <T> Flux<ServerSentEvent<T>> beating(Flux<ServerSentEvent<T>> events, Duration heartbeat, Duration longest) {
        return events.doOnError(error -> LOG.warn(
                        "an event stream broke off: {}", error.getClass().getName()))
                .onErrorComplete()
                .publish(shared -> Flux.merge(shared, beats(heartbeat, shared)))
                .take(longest);
    }

    private static <T> Flux<ServerSentEvent<T>> beats(Duration heartbeat, Flux<ServerSentEvent<T>> events) {
        return Flux.interval(Duration.ZERO, heartbeat)
                .onBackpressureDrop()
                .map(beat -> ServerSentEvent.<T>builder().comment("beat").build())
                .takeUntilOther(events.ignoreElements().thenReturn(true));
    }
}
