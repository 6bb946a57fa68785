package org.holdfast.chassis.http;

import java.util.function.Function;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.journal.Handled;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Turns every no into a problem document (RFC 9457) with a stable type, {@code urn:holdfast:problem:<name>}. */
public final class Problems {

    static final String PREFIX = "urn:holdfast:problem:";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problems() {}

    /** Answers what became of a command: what was done by {@code done}, everything else with its problem. */
    public static <S, E> Mono<ServerResponse> answer(
            Handled<S, E> handled, Function<Handled.Done<S, E>, Mono<ServerResponse>> done) {
        return switch (handled) {
            case Handled.Done<S, E> it -> done.apply(it);
            case Handled.Refused<S, E> no -> of(no.refusal());
            case Handled.Stale<S, E> stale -> of(stale);
            case Handled.KeyReused<S, E> reused -> of(reused);
        };
    }

    /** A business no. */
    public static Mono<ServerResponse> of(Refusal refusal) {
        return of(Problem.of(refusal));
    }

    /** The caller had an older version in mind (412 {@code stale}, with the current ETag). */
    public static Mono<ServerResponse> of(Handled.Stale<?, ?> stale) {
        return of(Preconditions.stale(stale.current()));
    }

    /** The same idempotency key came before with another body (422). */
    public static Mono<ServerResponse> of(Handled.KeyReused<?, ?> reused) {
        return of(Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another body; take a new key for a new request."));
    }

    /** The problem as a response. */
    public static Mono<ServerResponse> of(Problem problem) {
        return ServerResponse.status(problem.status())
                .headers(headers -> problem.headers().forEach(headers::set))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(bytes(problem));
    }

    static byte[] bytes(Problem problem) {
        return JSON.writeValueAsBytes(problem.document());
    }
}
