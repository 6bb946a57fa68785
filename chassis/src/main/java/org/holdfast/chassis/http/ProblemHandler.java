package org.holdfast.chassis.http;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes every error as a problem document, and logs the unexpected ones without a word of what was sent. */
final class ProblemHandler implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        Problem problem = Diagnosis.of(error);
        if (problem.status().is5xxServerError()) {
            problem = logged(exchange, error, problem);
        }
        byte[] body = Problems.bytes(problem);
        response.setStatusCode(problem.status());
        problem.headers().forEach(response.getHeaders()::set);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Problem logged(ServerWebExchange exchange, Throwable error, Problem problem) {
        String id = Trace.fresh().substring(3, 35);
        Object route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error(
                "{} {} answered {} {}, incident {}: {}",
                exchange.getRequest().getMethod(),
                route == null ? "unmatched" : route,
                problem.status().value(),
                problem.type(),
                id,
                Redaction.trace(error));
        return problem.with(
                "instance", URI.create("urn:holdfast:incident:" + id).toString());
    }
}
