package org.holdfast.intake.http;

import java.util.UUID;
import org.holdfast.chassis.http.Paging;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.security.Actor;
import org.holdfast.intake.domain.ContactCommand;
import org.holdfast.intake.store.ContactRow;
import org.holdfast.intake.store.ContactRows;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Shows contacts; reading names, numbers and texts leaves an entry in the contact's history. */
final class ReadingRoutes {

    private final Desk desk;
    private final ContactRows rows;

    ReadingRoutes(Desk desk, ContactRows rows) {
        this.desk = desk;
        this.rows = rows;
    }

    /** Handles {@code GET /contacts/{id}}. */
    Mono<ServerResponse> contact(ServerRequest request) {
        return desk.load(Desk.contactId(request))
                .flatMap(entry -> Mono.justOrEmpty(entry.state().known())
                        .flatMap(facts -> ServerResponse.ok()
                                .eTag(Preconditions.etag(facts.tally().changedVersion()))
                                .cacheControl(CacheControl.noStore())
                                .bodyValue(ContactView.of(entry.state(), facts))));
    }

    /** Handles {@code GET /contacts}. */
    Mono<ServerResponse> contacts(ServerRequest request) {
        Paging paging = Paging.of(request);
        return rows.before(paging.after(), paging.reading())
                .collectList()
                .map(read -> paging.page(read, ContactRow::key))
                .flatMap(page ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(page));
    }

    /** Handles {@code GET /contacts/{id}/words}. */
    Mono<ServerResponse> words(ServerRequest request) {
        String contactId = Desk.contactId(request);
        Actor actor = Actor.attached(request);
        Cause cause = new Cause(
                "http/words/" + UUID.randomUUID(),
                "",
                actor == null ? "anonymous" : actor.id(),
                desk.clock().instant(),
                null,
                true);
        return desk.load(contactId)
                .then(desk.contacts().handle(Desk.stream(contactId), new ContactCommand.ReadWords(cause.time()), cause))
                .flatMap(handled -> Problems.answer(
                        handled,
                        done -> Mono.justOrEmpty(done.entry().state().known())
                                .flatMap(facts -> new VaultReading(desk.vault(), facts).all())
                                .flatMap(words -> ServerResponse.ok()
                                        .cacheControl(CacheControl.noStore())
                                        .bodyValue(words))));
    }
}
