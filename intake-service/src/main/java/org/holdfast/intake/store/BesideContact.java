package org.holdfast.intake.store;

import java.time.Instant;
import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.ContactEvent;
import org.holdfast.intake.domain.Disposition;
import org.holdfast.intake.domain.Facts;
import org.holdfast.intake.domain.Opening;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps what lies beside a contact's stream in step with it; an erased case loses its key here. */
public final class BesideContact implements Projection<Contact, ContactEvent> {

    private final ContactRows rows;
    private final Cases cases;
    private final Outcomes outcomes;
    private final Vault vault;

    /** Over the read models and the vault of this service. */
    public BesideContact(ContactRows rows, Cases cases, Outcomes outcomes, Vault vault) {
        this.rows = rows;
        this.cases = cases;
        this.outcomes = outcomes;
        this.vault = vault;
    }

    @Override
    public Mono<Void> project(Entry<Contact> entry, List<ContactEvent> events) {
        return switch (entry.state()) {
            case Contact.Unknown unknown -> Mono.empty();
            case Contact.Open(Facts facts) -> kept(facts, "OPEN", null, events);
            case Contact.Closed(Facts facts, Disposition disposition, Instant at) ->
                kept(facts, "CLOSED", disposition.name(), events);
            case Contact.Erased(Opening opening, Instant at, long version) -> erased(opening, at);
        };
    }

    /** Destroys this service's key of the case and forgets what lies beside the contact. */
    public Mono<Void> erased(Opening opening, Instant at) {
        return vault.erase(opening.caseId(), at)
                .then(outcomes.erased(opening.contactId(), opening.caseId()))
                .then(rows.put(row(opening, "ERASED", null)))
                .then(cases.add(opening.caseId(), opening.contactId()))
                .then(cases.erased(opening.caseId(), at))
                .then();
    }

    private Mono<Void> kept(Facts facts, String status, @Nullable String disposition, List<ContactEvent> events) {
        Opening opening = facts.opening();
        boolean news =
                events.isEmpty() || facts.tally().toldVersion() == facts.tally().version();
        boolean opened = events.stream().anyMatch(ContactEvent.ContactOpened.class::isInstance);
        Mono<Void> told = news ? outcomes.told(opening, facts.tally(), opened) : Mono.empty();
        ContactRow row = row(opening, status, disposition);
        if (opened) {
            return told.then(Mono.when(cases.begin(opening.caseId(), opening.contactId()), rows.begin(row)));
        }
        // after a crash the events are not known: then everything is brought in step
        boolean listed = events.isEmpty() || events.stream().anyMatch(ContactEvent.ContactClosed.class::isInstance);
        return listed
                ? told.then(cases.add(opening.caseId(), opening.contactId())).then(rows.put(row))
                : told;
    }

    private static ContactRow row(Opening opening, String status, @Nullable String disposition) {
        return new ContactRow(
                opening.contactId(),
                opening.caseId(),
                opening.channel().name(),
                status,
                disposition,
                opening.openedAt());
    }
}
