package org.holdfast.console.pages;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.console.services.Asking;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.ServiceName;
import org.holdfast.console.views.OutcomeView;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells an open page what became of the contact, part by part, each only when it reads otherwise than before. */
public final class LiveOutcome {

    private static final List<String> PARTS = List.of("code", "alarm", "asknext", "why", "alert", "referrals");
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Asking asking;
    private final ITemplateEngine templates;

    public LiveOutcome(Asking asking, ITemplateEngine templates) {
        this.asking = asking;
        this.templates = templates;
    }

    /** Adds it to the table. */
    public void on(Pages pages) {
        pages.page(HttpMethod.GET, "/contacts/{id}/live", Roles.DESK, this::live);
    }

    private Mono<ServerResponse> live(ServerRequest request, Caller caller) {
        Flux<ServerSentEvent<String>> parts = asking.stream(
                        caller,
                        ServiceName.INTAKE,
                        "/contacts/{id}/outcome/stream",
                        OutcomeView.class,
                        request.pathVariable("id"))
                .publish(shared -> Flux.merge(PARTS.stream()
                        .map(part -> shared.map(outcome -> render(part, outcome))
                                .distinctUntilChanged()
                                .map(html -> ServerSentEvent.builder(html)
                                        .event(part)
                                        .build()))
                        .toList()));
        Flux<ServerSentEvent<String>> beats = Flux.interval(BEAT)
                .map(tick -> ServerSentEvent.<String>builder().comment("here").build());
        return ServerResponse.ok().body(BodyInserters.fromServerSentEvents(untilEnd(parts, beats)));
    }

    /** The beats end with what they go along with. */
    private static Flux<ServerSentEvent<String>> untilEnd(
            Flux<ServerSentEvent<String>> parts, Flux<ServerSentEvent<String>> beats) {
        return parts.publish(shared -> Flux.merge(shared, beats.takeUntilOther(shared.ignoreElements())));
    }

    String render(String part, OutcomeView outcome) {
        Context context = new Context(java.util.Locale.ENGLISH, Map.of("outcome", outcome, "say", new Words()));
        return templates.process("outcome", Set.of(part), context);
    }
}
