package org.holdfast.intake.http;

import java.time.Duration;
import org.holdfast.chassis.http.ServerEvents;
import org.holdfast.intake.domain.Facts;
import org.holdfast.intake.store.Outcomes;
import org.springframework.http.CacheControl;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows what became of a contact, once or live; silence is worked out by the clock at each look. */
final class OutcomeRoutes {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Desk desk;
    private final Outcomes outcomes;
    private final Silence silence;

    OutcomeRoutes(Desk desk, Outcomes outcomes, Silence silence) {
        this.desk = desk;
        this.outcomes = outcomes;
        this.silence = silence;
    }

    /** Handles {@code GET /contacts/{id}/outcome}. */
    Mono<ServerResponse> outcome(ServerRequest request) {
        return desk.facts(Desk.contactId(request))
                .flatMap(this::look)
                .flatMap(view ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(view));
    }

    /** Handles {@code GET /contacts/{id}/outcome/stream}: an event whenever the view changes. */
    Mono<ServerResponse> live(ServerRequest request) {
        return desk.facts(Desk.contactId(request)).flatMap(facts -> {
            Flux<ServerSentEvent<OutcomeView>> events = Flux.interval(Duration.ZERO, LOOK)
                    .onBackpressureDrop()
                    .concatMap(tick -> look(facts), 1)
                    .distinctUntilChanged()
                    .map(view -> ServerEvents.event(id(view), "outcome", view));
            return ServerEvents.of(events);
        });
    }

    private Mono<OutcomeView> look(Facts facts) {
        return outcomes.get(facts.opening().contactId(), facts.opening().caseId())
                .map(shelved -> OutcomeView.of(
                        shelved.value(), shelved.version(), desk.clock().instant(), silence));
    }

    private static String id(OutcomeView view) {
        return view.version() + "." + view.warnings().size();
    }
}
