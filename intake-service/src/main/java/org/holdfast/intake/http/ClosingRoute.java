package org.holdfast.intake.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.intake.domain.ContactCommand;
import org.holdfast.intake.domain.Disposition;
import org.holdfast.intake.domain.Facts;
import org.holdfast.intake.domain.outcome.Assessment;
import org.holdfast.intake.store.Outcomes;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Closes a contact under the code of its newest answers; waits a moment for that code, because triage is only just told. */
final class ClosingRoute {

    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Desk desk;
    private final Outcomes outcomes;

    ClosingRoute(Desk desk, Outcomes outcomes) {
        this.desk = desk;
        this.outcomes = outcomes;
    }

    /** Handles {@code POST /contacts/{id}/closing}. */
    Mono<ServerResponse> close(ServerRequest request) {
        return Requests.body(request, Asked.Closing.class).flatMap(body -> {
            long expected = Preconditions.ifMatch(request);
            Cause cause = IdempotencyKey.cause(request, "POST /contacts/{id}/closing", body.hash(), desk.clock());
            String contactId = Desk.contactId(request);
            return desk.facts(contactId)
                    .flatMap(facts -> code(facts, body.value().disposition()).flatMap(code -> {
                        ContactCommand command = new ContactCommand.CloseContact(
                                body.value().disposition(), code.orElse(null), expected, cause.time());
                        return desk.contacts()
                                .handle(Desk.stream(contactId), command, cause)
                                .flatMap(handled -> Seen.newest(desk, contactId, handled))
                                .flatMap(handled -> Desk.answer(
                                        HttpStatus.OK,
                                        handled,
                                        Map.of(
                                                "contactId",
                                                contactId,
                                                "caseId",
                                                facts.opening().caseId())));
                    }));
        });
    }

    private Mono<Optional<String>> code(Facts facts, Disposition disposition) {
        if (disposition.whateverTheCode()) {
            return Mono.just(Optional.empty());
        }
        return Mono.defer(() -> outcomes.get(
                        facts.opening().contactId(), facts.opening().caseId()))
                .flatMap(shelved -> {
                    Assessment assessment = shelved.value().assessment();
                    return assessment != null
                                    && assessment.contactVersion()
                                            >= facts.tally().toldVersion()
                            ? Mono.just(Optional.of(assessment.code()))
                            : Mono.<Optional<String>>empty();
                })
                .repeatWhenEmpty(looks -> looks.delayElements(LOOK))
                .timeout(MOMENT, Mono.just(Optional.empty()));
    }
}
