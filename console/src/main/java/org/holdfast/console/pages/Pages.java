package org.holdfast.console.pages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.holdfast.console.services.Away;
import org.holdfast.console.services.Caller;
import org.holdfast.console.services.Refused;
import org.holdfast.console.services.SignInEnded;
import org.holdfast.console.signin.Allowed;
import org.holdfast.console.signin.Callers;
import org.holdfast.console.signin.NobodySignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The table of pages: who may open what, and what a page says when a service said no or nothing. */
public final class Pages {

    private final Callers callers;
    private final Words words;
    private final List<Allowed.Row> rows = new ArrayList<>();
    private final RouterFunctions.Builder router = RouterFunctions.route();

    /** What answers a request of somebody who may. */
    interface Handler {
        Mono<ServerResponse> handle(ServerRequest request, Caller caller);
    }

    public Pages(Callers callers, Clock clock) {
        this.callers = callers;
        words = new Words(clock);
    }

    /** What says codes and times on every page. */
    public Words words() {
        return words;
    }

    /** For whoever has one of the roles. */
    Pages page(HttpMethod method, String path, Set<String> roles, Handler handler) {
        rows.add(new Allowed.Row(method, path, roles));
        router.add(RouterFunctions.route(
                org.springframework.web.reactive.function.server.RequestPredicates.method(method)
                        .and(org.springframework.web.reactive.function.server.RequestPredicates.path(path)),
                request -> {
                    Page.sayBy(request, words);
                    return answer(request, handler);
                }));
        return this;
    }

    private Mono<ServerResponse> answer(ServerRequest request, Handler handler) {
        return callers.of(request.exchange())
                .flatMap(caller -> (Saved.ofSomebodyElse(request, caller)
                                ? Saved.notAs(caller)
                                : handler.handle(request, caller))
                        .onErrorResume(Refused.class, no -> no(request, caller, no))
                        .onErrorResume(Away.class, silence -> silence(request, caller)))
                .onErrorResume(SignInEnded.class, ended -> ended(request));
    }

    /** For everybody, signed in or not. */
    Pages open(HttpMethod method, String path, Function<ServerRequest, Mono<ServerResponse>> handler) {
        rows.add(new Allowed.Row(method, path, Set.of()));
        router.add(RouterFunctions.route(
                org.springframework.web.reactive.function.server.RequestPredicates.method(method)
                        .and(org.springframework.web.reactive.function.server.RequestPredicates.path(path)),
                handler::apply));
        return this;
    }

    /** The rules of access. */
    public Allowed allowed() {
        return new Allowed(List.copyOf(rows));
    }

    /** The routes. */
    public RouterFunction<ServerResponse> router() {
        return router.build();
    }

    private static Mono<ServerResponse> no(ServerRequest request, Caller caller, Refused no) {
        if (Saved.byScript(request)) {
            return Saved.refused(no);
        }
        String title = request.method() == HttpMethod.GET ? "Not shown" : "NOT SAVED";
        return Page.show(
                request,
                caller,
                HttpStatus.valueOf(no.status()),
                "said-no",
                Map.of("title", title, "detail", no.detail()));
    }

    private static Mono<ServerResponse> silence(ServerRequest request, Caller caller) {
        if (Saved.byScript(request)) {
            return Saved.unknown();
        }
        String title = request.method() == HttpMethod.GET ? "Not shown" : "NOT SAVED";
        String detail =
                "A service does not answer. Load the page again, or go back and send it again: it is then done once.";
        return Page.show(
                request, caller, HttpStatus.SERVICE_UNAVAILABLE, "said-no", Map.of("title", title, "detail", detail));
    }

    private static Mono<ServerResponse> ended(ServerRequest request) {
        return NobodySignedIn.answer(request.exchange()).then(Mono.empty());
    }
}
