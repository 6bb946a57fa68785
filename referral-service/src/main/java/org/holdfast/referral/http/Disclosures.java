package org.holdfast.referral.http;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.holdfast.chassis.http.Problem;
import org.holdfast.referral.domain.ReferralState;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Asks intake for the person's details: the one synchronous call between services. Intake checks acceptance and consent by
 * what it has heard itself, so a first answer may be that it has not heard of the acceptance yet.
 */
public final class Disclosures {

    private static final Duration EVERY = Duration.ofMillis(200);
    private static final String NOT_HEARD = "acceptance-not-heard";

    private final WebClient web;
    private final OwnToken token;
    private final String url;
    private final Duration patience;
    private final Fetches fetches;

    /**
     * @param url where intake is, such as {@code http://127.0.0.1:8081}
     * @param patience how long intake is given to hear of an acceptance
     * @param fetches where it is written who asks
     */
    public Disclosures(WebClient web, OwnToken token, String url, Duration patience, Fetches fetches) {
        this.web = web;
        this.token = token;
        this.url = url;
        this.patience = patience;
        this.fetches = fetches;
    }

    /** What intake discloses, as it says it, after it was written who asks; fails with the problem that says why not. */
    Mono<JsonNode> ask(String referralId, ReferralState.Accepted accepted, String actor) {
        Map<String, String> body = Map.of(
                "referralId", referralId,
                "caseId", accepted.asked().caseId(),
                "contactId", accepted.asked().contactId(),
                "partner", accepted.sending().partner());
        String key = UUID.randomUUID().toString();
        return fetches.note(referralId, actor).then(asked(body, key));
    }

    private Mono<JsonNode> asked(Map<String, String> body, String key) {
        return token.value()
                .flatMap(bearer -> once(body, key, bearer))
                .retryWhen(Retry.fixedDelay(Math.max(1, patience.toMillis() / EVERY.toMillis()), EVERY)
                        .filter(Disclosures::notHeard)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
                .timeout(patience.plusSeconds(2))
                .onErrorMap(error -> !(error instanceof Problem), error -> unavailable());
    }

    private Mono<JsonNode> once(Map<String, String> body, String key, String bearer) {
        return web.post()
                .uri(url + "/disclosures")
                .headers(headers -> {
                    headers.setBearerAuth(bearer);
                    headers.set("Idempotency-Key", key);
                })
                .bodyValue(body)
                .exchangeToMono(answer -> answer.statusCode().is2xxSuccessful()
                        ? answer.bodyToMono(JsonNode.class)
                        : refused(answer).flatMap(Mono::error))
                .onErrorMap(WebClientException.class, down -> unavailable());
    }

    /** Passes on why intake said no, by its stable type; anything else is that intake cannot be asked. */
    private Mono<Problem> refused(ClientResponse answer) {
        HttpStatus status = HttpStatus.resolve(answer.statusCode().value());
        if (status == null || status.is5xxServerError() || status == HttpStatus.TOO_MANY_REQUESTS) {
            return answer.releaseBody().thenReturn(unavailable());
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            token.forget();
            return answer.releaseBody().thenReturn(unavailable());
        }
        return answer.bodyToMono(JsonNode.class)
                .defaultIfEmpty(NullNode.instance)
                .map(document -> {
                    String type = document.path("type").asString("");
                    String name = type.substring(type.lastIndexOf(':') + 1);
                    return Problem.of(
                            NOT_HEARD.equals(name) ? HttpStatus.CONFLICT : status,
                            name.isBlank() ? "disclosure-refused" : name,
                            document.path("detail").asString("Intake does not disclose it."));
                })
                .map(problem -> NOT_HEARD.equals(problem.type()) ? problem.header("Retry-After", "1") : problem);
    }

    private static boolean notHeard(Throwable error) {
        return error instanceof Problem problem && NOT_HEARD.equals(problem.type());
    }

    private static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "intake-unavailable",
                        "The person's details cannot be asked for now; try again.")
                .header("Retry-After", "2");
    }
}
