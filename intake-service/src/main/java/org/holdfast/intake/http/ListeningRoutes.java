package org.holdfast.intake.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.chassis.http.Body;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.intake.domain.Change;
import org.holdfast.intake.domain.ContactCommand;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Takes answers, notes and details while a person is listened to; never refused for load. Nothing but taking something out needs an
 * If-Match.
 */
final class ListeningRoutes {

    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final Desk desk;

    ListeningRoutes(Desk desk) {
        this.desk = desk;
    }

    private record Asking(Cause cause, Words words, String contactId, String caseId) {}

    /** Handles {@code POST /contacts/{id}/answers}. */
    Mono<ServerResponse> answers(ServerRequest request) {
        return Requests.body(request, Asked.Answers.class)
                .flatMap(body -> asking(request, "POST /contacts/{id}/answers", body))
                .flatMap(asked -> desk.protocols().catalogue().flatMap(catalogue -> {
                    Asking asking = asked.asking();
                    var given = asking.words()
                            .answers(
                                    asked.value().answers(),
                                    catalogue,
                                    asking.cause().time());
                    asking.words().readable();
                    return handle(
                            asking,
                            new ContactCommand.GiveAnswers(
                                    given, catalogue, asking.cause().time()),
                            HttpStatus.OK,
                            Map.of());
                }));
    }

    /** Handles {@code POST /contacts/{id}/notes}. */
    Mono<ServerResponse> note(ServerRequest request) {
        return Requests.body(request, Asked.Note.class, LARGEST_BODY)
                .map(body -> new Body<>(NoteLimit.checked(body.value()), body.hash()))
                .flatMap(body -> asking(request, "POST /contacts/{id}/notes", body))
                .flatMap(asked -> {
                    Asking asking = asked.asking();
                    String noteId = asking.words().add(asked.value().text());
                    return handle(
                            asking,
                            new ContactCommand.WriteNote(noteId, asking.cause().time()),
                            HttpStatus.CREATED,
                            Map.of("noteId", noteId));
                });
    }

    /** Handles {@code POST /contacts/{id}/details}; whoever removes something says which version they saw. */
    Mono<ServerResponse> details(ServerRequest request) {
        return Requests.body(request, Asked.Details.class)
                .flatMap(body -> asking(request, "POST /contacts/{id}/details", body))
                .flatMap(asked -> {
                    Asking asking = asked.asking();
                    Change change = asking.words().details(asked.value());
                    asking.words().readable();
                    Long seen = change.removed().isEmpty() ? null : Preconditions.ifMatch(request);
                    return handle(
                            asking,
                            new ContactCommand.ChangeDetails(
                                    change, seen, asking.cause().time()),
                            HttpStatus.OK,
                            Map.of());
                });
    }

    private record Prepared<T>(T value, Asking asking) {}

    private <T> Mono<Prepared<T>> asking(ServerRequest request, String route, Body<T> body) {
        String contactId = Desk.contactId(request);
        Cause cause = IdempotencyKey.cause(request, route, body.hash(), desk.clock());
        Words words = new Words(IdempotencyKey.derivedId(cause, "words/" + body.hash()));
        return desk.facts(contactId)
                .map(facts -> new Prepared<>(
                        body.value(),
                        new Asking(cause, words, contactId, facts.opening().caseId())));
    }

    private Mono<ServerResponse> handle(
            Asking asking, ContactCommand command, HttpStatus status, Map<String, String> more) {
        Map<String, String> ids =
                new LinkedHashMap<>(Map.of("contactId", asking.contactId(), "caseId", asking.caseId()));
        ids.putAll(more);
        return desk.handle(asking.contactId(), asking.caseId(), asking.words(), command, asking.cause())
                .flatMap(handled -> Seen.newest(desk, asking.contactId(), handled))
                .flatMap(handled -> Desk.answer(status, handled, ids));
    }
}
