package org.holdfast.intake.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.http.Admission;
import org.holdfast.chassis.http.Body;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.LaneGate;
import org.holdfast.chassis.security.Actor;
import org.holdfast.intake.domain.Catalogue;
import org.holdfast.intake.domain.Change;
import org.holdfast.intake.domain.ContactCommand;
import org.holdfast.intake.domain.Given;
import org.holdfast.intake.domain.Opening;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Opens contacts: for a person at the desk always, for a bulk sender while there is room. */
final class OpeningRoute {

    static final String BULK = "contacts.bulk";

    private final Desk desk;
    private final Admission bulk;
    private final LaneGate gate = LaneGate.ofProcess();

    OpeningRoute(Desk desk, Admission bulk) {
        this.desk = desk;
        this.bulk = bulk;
    }

    /** Handles {@code POST /contacts}. */
    Mono<ServerResponse> open(ServerRequest request) {
        Actor actor = Actor.attached(request);
        boolean inBulk = actor != null && actor.hasScope(BULK);
        Mono<ServerResponse> opened = Requests.body(request, Asked.Opening.class)
                .flatMap(body -> inBulk ? open(request, body, true) : first(open(request, body, false)));
        return inBulk ? bulk.admit(gate.whenCalm().then(opened)) : opened;
    }

    /** Nobody knows yet how urgent it is: what a person at the desk waits for goes before what was sent in bulk. */
    private Mono<ServerResponse> first(Mono<ServerResponse> opened) {
        return Mono.using(
                () -> {
                    gate.enter(Lane.URGENT);
                    return gate;
                },
                entered -> opened,
                entered -> entered.leave(Lane.URGENT));
    }

    private Mono<ServerResponse> open(ServerRequest request, Body<Asked.Opening> body, boolean inBulk) {
        return desk.protocols().catalogue().flatMap(catalogue -> open(request, body, catalogue, inBulk));
    }

    private Mono<ServerResponse> open(
            ServerRequest request, Body<Asked.Opening> body, Catalogue catalogue, boolean inBulk) {
        Cause cause = IdempotencyKey.cause(request, "POST /contacts", body.hash(), desk.clock());
        String contactId = IdempotencyKey.derivedId(cause);
        String caseId = IdempotencyKey.derivedId(cause, "case");
        Words words = new Words(IdempotencyKey.derivedId(cause, "words/" + body.hash()));
        Asked.Opening asked = body.value();
        Change situation = words.details(asked.details());
        List<Given> answers = words.answers(asked.answers(), catalogue, cause.time());
        words.readable();
        if (inBulk && answers.isEmpty()) {
            return Mono.error(Problem.invalid(
                    "answers-missing", "A contact that is sent in bulk brings its answers with it.", "/answers"));
        }
        Opening opening = new Opening(contactId, caseId, asked.channel(), asked.relation(), cause.time());
        return desk.handle(
                        contactId,
                        caseId,
                        words,
                        new ContactCommand.OpenContact(opening, situation, answers, catalogue),
                        cause)
                .flatMap(handled -> Problems.answer(
                        handled,
                        done -> ServerResponse.created(URI.create("/contacts/" + contactId))
                                .eTag(Preconditions.etag(done.version()))
                                .bodyValue(
                                        Map.of("contactId", contactId, "caseId", caseId, "version", done.version()))));
    }
}
