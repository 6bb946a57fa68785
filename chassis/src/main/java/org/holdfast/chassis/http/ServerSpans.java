package org.holdfast.chassis.http;

import java.util.Set;
import org.holdfast.chassis.trace.Spans;
import org.holdfast.chassis.trace.Step;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Begins a step of the trace with each request, so that all that follows from the request is under it. */
final class ServerSpans implements WebFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int GONE = 499;

    private final Spans spans;

    ServerSpans(Spans spans) {
        this.spans = spans;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (!spans.on() || path.startsWith("/health") || path.equals("/prometheus")) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> {
            String sent = exchange.getRequest().getMethod().name();
            String method = METHODS.contains(sent) ? sent : "_OTHER";
            Step step = spans.serving(method, Trace.sent(exchange));
            Trace.put(exchange, step.trace());
            return chain.filter(exchange)
                    .doOnSuccess(done -> step.answered(method, route(exchange), status(exchange)))
                    .doOnError(error -> step.answered(
                            method,
                            route(exchange),
                            Diagnosis.of(error).status().value()))
                    .doOnCancel(() -> step.answered(method, route(exchange), GONE));
        });
    }

    private static String route(ServerWebExchange exchange) {
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "unmatched" : pattern.toString();
    }

    private static int status(ServerWebExchange exchange) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        return status == null ? 200 : status.value();
    }
}
