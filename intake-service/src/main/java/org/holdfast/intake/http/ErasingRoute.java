package org.holdfast.intake.http;

import java.util.Optional;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.ContactCommand;
import org.holdfast.intake.domain.ContactEvent;
import org.holdfast.intake.domain.outcome.AlertStanding;
import org.holdfast.intake.store.BesideContact;
import org.holdfast.intake.store.CaseFile;
import org.holdfast.intake.store.Outcomes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Erases every contact of a case, unless an alert of it is open and nobody said that it shall be erased all the same. */
final class ErasingRoute {

    private final Desk desk;
    private final CaseRoutes cases;
    private final Outcomes outcomes;
    private final BesideContact beside;

    ErasingRoute(Desk desk, CaseRoutes cases, Outcomes outcomes, BesideContact beside) {
        this.desk = desk;
        this.cases = cases;
        this.outcomes = outcomes;
        this.beside = beside;
    }

    /** Handles {@code POST /cases/{id}/erasure}. */
    Mono<ServerResponse> erase(ServerRequest request) {
        String caseId = request.pathVariable("id");
        return Requests.optionalBody(request, Asked.Erasing.class).flatMap(body -> {
            Cause cause = IdempotencyKey.cause(request, "POST /cases/{id}/erasure", body.hash(), desk.clock());
            boolean despite = Boolean.TRUE.equals(body.value().despiteOpenAlert());
            return cases.file(caseId)
                    .flatMap(file -> openAlert(file)
                            .flatMap(open -> Flux.fromIterable(file.contacts())
                                    .concatMap(contactId -> erase(
                                            contactId,
                                            new ContactCommand.EraseCase(open.orElse(null), despite, cause.time()),
                                            cause))
                                    .next()))
                    .switchIfEmpty(Mono.defer(() -> cases.shown(caseId)));
        });
    }

    private Mono<Optional<String>> openAlert(CaseFile file) {
        return Flux.fromIterable(file.contacts())
                .concatMap(contactId -> outcomes.get(contactId, file.caseId()))
                .flatMap(shelved -> Mono.justOrEmpty(AlertStanding.open(shelved.value())))
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Empty when it is erased, now or before; then what lies beside it is brought in step once more. */
    private Mono<ServerResponse> erase(String contactId, ContactCommand.EraseCase command, Cause cause) {
        String stream = Desk.stream(contactId);
        return desk.contacts().handle(stream, command, cause).flatMap(handled -> {
            if (handled instanceof Handled.Refused<Contact, ContactEvent>(Refusal refusal)) {
                return refusal.kind() == Refusal.Kind.GONE ? inStep(stream) : refused(refusal, command.openAlert());
            }
            return Problems.answer(handled, done -> inStep(stream));
        });
    }

    private static Mono<ServerResponse> refused(Refusal refusal, @Nullable String openAlert) {
        Problem problem = Problem.of(refusal);
        return Problems.of(openAlert == null ? problem : problem.with("alert", openAlert));
    }

    private Mono<ServerResponse> inStep(String stream) {
        return desk.contacts()
                .load(stream)
                .flatMap(entry -> entry.state() instanceof Contact.Erased erased
                        ? beside.erased(erased.opening(), erased.erasedAt())
                        : Mono.empty())
                .then(Mono.empty());
    }
}
