package org.holdfast.intake.http;

import java.time.Instant;
import java.util.List;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.intake.domain.Consent;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.ContactCommand;
import org.holdfast.intake.domain.ContactEvent;
import org.holdfast.intake.domain.Detail;
import org.holdfast.intake.domain.Facts;
import org.holdfast.intake.domain.Relation;
import org.holdfast.intake.domain.Scope;
import org.holdfast.intake.store.Outcomes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Gives a person's details to a partner agency that accepted, by way of the referral service: only after intake has heard
 * the acceptance itself, only what the consent covers, and never without an entry in the contact's history.
 */
final class DisclosureRoute {

    static final String SCOPE = "disclosures.ask";

    private final Desk desk;
    private final Outcomes outcomes;

    DisclosureRoute(Desk desk, Outcomes outcomes) {
        this.desk = desk;
        this.outcomes = outcomes;
    }

    /** What is disclosed. */
    record Disclosed(
            String referralId,
            String consentId,
            List<Scope> scopes,
            @Nullable String name,
            @Nullable String phone,
            List<WordsView.NoteView> notes) {}

    /** Handles {@code POST /disclosures}. */
    Mono<ServerResponse> disclose(ServerRequest request) {
        return Requests.body(request, Asked.Disclosure.class).flatMap(body -> {
            Asked.Disclosure asked = body.value();
            Cause cause = IdempotencyKey.cause(request, "POST /disclosures", body.hash(), desk.clock());
            return desk.facts(asked.contactId())
                    .filter(facts -> facts.opening().caseId().equals(asked.caseId()))
                    .switchIfEmpty(Mono.error(Desk.notFound()))
                    .flatMap(facts -> outcomes.get(asked.contactId(), asked.caseId()))
                    .map(shelved -> AcceptanceHeard.consentId(shelved.value(), asked))
                    .flatMap(consentId -> desk.contacts()
                            .handle(
                                    Desk.stream(asked.contactId()),
                                    new ContactCommand.Disclose(
                                            asked.referralId(), asked.partner(), consentId, cause.time()),
                                    cause)
                            .flatMap(handled ->
                                    Problems.answer(handled, done -> answer(asked, consentId, done, cause.time()))));
        });
    }

    /** A repeat is answered by what the consent says now, not by what it said the first time. */
    private Mono<ServerResponse> answer(
            Asked.Disclosure asked, String consentId, Handled.Done<Contact, ContactEvent> done, Instant now) {
        Facts facts = done.entry().state().known().orElseThrow(Desk::erased);
        Consent consent = facts.consent(consentId)
                .filter(one -> one.covers(asked.partner(), now))
                .orElseThrow(() -> Problem.of(
                        HttpStatus.FORBIDDEN,
                        "consent-not-in-force",
                        "The consent was taken back, has ended, or names another recipient."));
        VaultReading reading = new VaultReading(desk.vault(), facts);
        boolean withNotes = consent.scopes().contains(Scope.NOTE);
        return atRisk(facts, reading)
                .zipWith(withNotes ? reading.notes() : Mono.just(List.<WordsView.NoteView>of()))
                .flatMap(words -> ServerResponse.ok()
                        .cacheControl(CacheControl.noStore())
                        .bodyValue(new Disclosed(
                                asked.referralId(),
                                consentId,
                                consent.scopes(),
                                consent.scopes().contains(Scope.NAME)
                                        ? words.getT1().name()
                                        : null,
                                consent.scopes().contains(Scope.PHONE)
                                        ? words.getT1().number()
                                        : null,
                                words.getT2())));
    }

    /** The person at risk; who calls for themself is that person. A third party's own details are nobody's to share. */
    private static Mono<WordsView.PersonView> atRisk(Facts facts, VaultReading reading) {
        Mono<WordsView.PersonView> person = reading.person(Detail.PERSON_NAME, Detail.PERSON_NUMBER);
        return facts.opening().relation() == Relation.SELF
                ? person.zipWith(
                        reading.person(Detail.CALLER_NAME, Detail.CALLER_NUMBER),
                        (first, caller) -> new WordsView.PersonView(
                                first.name() == null ? caller.name() : first.name(),
                                first.number() == null ? caller.number() : first.number()))
                : person;
    }
}
