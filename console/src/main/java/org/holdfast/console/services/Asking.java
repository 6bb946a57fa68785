package org.holdfast.console.services;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends requests to the services as the person who is at the browser, and tells a no from silence. */
public final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);
    private static final String PREFIX = "urn:holdfast:problem:";

    private final WebClient web;
    private final Map<ServiceName, URI> places;

    /**
     * What a service refused with.
     *
     * @param type with the prefix of all problems
     * @param detail one sentence
     */
    record ProblemView(@Nullable String type, @Nullable String detail) {}

    public Asking(WebClient web, Map<ServiceName, URI> places) {
        this.web = web;
        this.places = Map.copyOf(places);
    }

    /** What the service shows there. */
    public <T> Mono<T> get(Caller caller, ServiceName service, String path, Class<T> view, Object... variables) {
        return answered(service, web.get().uri(at(service, path, variables)).headers(as(caller)), view);
    }

    /** Asks for something to be done; a repeat carries the same key. */
    public <T> Mono<T> post(Caller caller, Deed deed, Class<T> view) {
        return answered(
                deed.service(),
                web.post()
                        .uri(at(deed.service(), deed.path(), deed.variables().toArray()))
                        .headers(as(caller))
                        .headers(deed::write)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(deed.body()),
                view);
    }

    /** What the service tells from now on; fails when nothing comes, not even one of the beats that come every 15 seconds. */
    public <T> Flux<T> stream(Caller caller, ServiceName service, String path, Class<T> view, Object... variables) {
        ParameterizedTypeReference<ServerSentEvent<T>> events = ParameterizedTypeReference.forType(
                org.springframework.core.ResolvableType.forClassWithGenerics(ServerSentEvent.class, view)
                        .getType());
        return web.get()
                .uri(at(service, path, variables))
                .headers(as(caller))
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchangeToFlux(response -> response.statusCode().is2xxSuccessful()
                        ? response.bodyToFlux(events)
                        : failure(service, response).flatMapMany(Flux::error))
                .timeout(LONGEST_SILENCE)
                .flatMap(event -> Mono.justOrEmpty(event.data()))
                .onErrorMap(e -> silent(service, e));
    }

    private <T> Mono<T> answered(ServiceName service, WebClient.RequestHeadersSpec<?> request, Class<T> view) {
        return request.exchangeToMono(response -> response.statusCode().is2xxSuccessful()
                        ? response.bodyToMono(view)
                        : failure(service, response).flatMap(Mono::<T>error))
                .timeout(PATIENCE)
                .onErrorMap(e -> silent(service, e));
    }

    private static Mono<Throwable> failure(ServiceName service, ClientResponse response) {
        int status = response.statusCode().value();
        if (status == 401) {
            return response.releaseBody().thenReturn(new SignInEnded());
        }
        if (status >= 500) {
            return response.releaseBody().thenReturn(new Away(service));
        }
        return response.bodyToMono(ProblemView.class)
                .onErrorReturn(new ProblemView(null, null))
                .defaultIfEmpty(new ProblemView(null, null))
                .map(problem -> refused(status, problem));
    }

    private static Refused refused(int status, ProblemView problem) {
        String type = problem.type() == null ? "refused" : problem.type().replace(PREFIX, "");
        String detail = problem.detail() == null ? "This was refused (" + status + ")." : problem.detail();
        return new Refused(status, type, detail);
    }

    private static Throwable silent(ServiceName service, Throwable error) {
        return error instanceof WebClientRequestException
                        || error instanceof WebClientResponseException
                        || error instanceof TimeoutException
                        || error instanceof java.io.IOException
                        || error instanceof org.springframework.core.codec.CodecException
                ? new Away(service)
                : error;
    }

    private URI at(ServiceName service, String path, Object... variables) {
        return UriComponentsBuilder.fromUriString(places.get(service) + path)
                .encode()
                .buildAndExpand(variables)
                .toUri();
    }

    private static java.util.function.Consumer<HttpHeaders> as(Caller caller) {
        return headers -> headers.setBearerAuth(caller.token());
    }
}
