package org.holdfast.intake.http;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.ContactCommand;
import org.holdfast.intake.domain.ContactEvent;
import org.holdfast.intake.domain.Facts;
import org.holdfast.intake.store.Agencies;
import org.holdfast.intake.store.Protocols;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What every route about contacts needs.
 *
 * @param contacts decides and writes
 * @param vault holds the words
 * @param protocols know the items
 * @param agencies know whom a consent can name
 * @param clock says when
 */
public record Desk(
        Handling<Contact, ContactCommand, ContactEvent> contacts,
        Vault vault,
        Protocols protocols,
        Agencies agencies,
        Clock clock) {

    static String stream(String contactId) {
        return "contact/" + contactId;
    }

    static String contactId(ServerRequest request) {
        return request.pathVariable("id");
    }

    /** The contact; fails with 404 when there is none, and with 410 when its case was erased. */
    Mono<Entry<Contact>> load(String contactId) {
        return contacts.load(stream(contactId))
                .switchIfEmpty(Mono.error(notFound()))
                .flatMap(entry -> entry.state() instanceof Contact.Erased ? Mono.error(erased()) : Mono.just(entry));
    }

    /** What is known of the contact; fails like {@link #load}. */
    Mono<Facts> facts(String contactId) {
        return load(contactId).map(entry -> entry.state().known().orElseThrow(Desk::notFound));
    }

    /** Seals the words, then decides; what the contact does not use afterwards is taken out of the vault again. */
    Mono<Handled<Contact, ContactEvent>> handle(
            String contactId, String caseId, Words words, ContactCommand command, Cause cause) {
        Mono<Handled<Contact, ContactEvent>> decided = command instanceof ContactCommand.OpenContact
                ? contacts.begin(stream(contactId), command, cause)
                : contacts.handle(stream(contactId), command, cause);
        return Flux.fromIterable(words.byRef().entrySet())
                .concatMap(word -> vault.put(caseId, word.getKey(), word.getValue()))
                .then(decided)
                .flatMap(handled ->
                        unseal(contactId, caseId, words.left(handled)).thenReturn(handled));
    }

    /** Answers with ids and the version that the command made. */
    static Mono<ServerResponse> answer(HttpStatus status, Handled<Contact, ContactEvent> handled, Map<String, ?> ids) {
        return Problems.answer(handled, done -> {
            Map<String, Object> body = new LinkedHashMap<>(ids);
            body.put("version", done.version());
            done.entry()
                    .state()
                    .known()
                    .map(Facts::tally)
                    .filter(tally -> tally.changedVersion() == done.version())
                    .ifPresent(tally -> body.put("was", Objects.requireNonNullElse(tally.changedBefore(), 0L)));
            return ServerResponse.status(status)
                    .eTag(Preconditions.etag(done.version()))
                    .bodyValue(body);
        });
    }

    static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "contact-not-found", "There is no contact of this id.");
    }

    static Problem erased() {
        return Problem.of(
                HttpStatus.GONE,
                "contact-erased",
                "The case of this contact was erased; nothing can be added or read.");
    }

    private Mono<Void> unseal(String contactId, String caseId, Set<String> refs) {
        return refs.isEmpty()
                ? Mono.empty()
                : contacts.load(stream(contactId))
                        .flatMap(entry -> Mono.justOrEmpty(entry.state().known()))
                        .map(Facts::refs)
                        .defaultIfEmpty(Set.of())
                        .flatMapMany(used -> Flux.fromIterable(refs).filter(ref -> !used.contains(ref)))
                        .concatMap(ref -> vault.remove(caseId, ref))
                        .then();
    }
}
