package org.holdfast.console.pages;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the parts of an open page up to date, each told only when it reads otherwise than before. */
final class LiveParts {

    private static final Duration BEAT = Duration.ofSeconds(15);

    private LiveParts() {}

    /** Tells the parts of each state as server-sent events of their names; a beat now and then shows the page that the line is up. */
    static <T> Mono<ServerResponse> tell(Flux<T> states, List<String> parts, BiFunction<String, T, String> render) {
        Flux<ServerSentEvent<String>> told = states.publish(shared -> Flux.merge(parts.stream()
                .map(part -> shared.map(state -> render.apply(part, state))
                        .distinctUntilChanged()
                        .map(html -> ServerSentEvent.builder(html).event(part).build()))
                .toList()));
        Flux<ServerSentEvent<String>> beats = Flux.interval(BEAT)
                .map(tick -> ServerSentEvent.builder("").event("beat").build());
        return ServerResponse.ok().body(BodyInserters.fromServerSentEvents(untilEnd(told, beats)));
    }

    /** The beats end with what they go along with. */
    private static Flux<ServerSentEvent<String>> untilEnd(
            Flux<ServerSentEvent<String>> parts, Flux<ServerSentEvent<String>> beats) {
        return parts.publish(shared -> Flux.merge(shared, beats.takeUntilOther(shared.ignoreElements())));
    }
}
