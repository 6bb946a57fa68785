package org.holdfast.intake.http;

import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.ContactEvent;
import reactor.core.publisher.Mono;

/** Whether an operator has seen the newest change: reading and disclosing change nothing, so the decider says what does. */
final class Seen {

    private Seen() {}

    /** The decider's refusal of an older version as one; anything else as it was. */
    static Mono<Handled<Contact, ContactEvent>> newest(
            Desk desk, String contactId, Handled<Contact, ContactEvent> handled) {
        return handled instanceof Handled.Refused<Contact, ContactEvent>(Refusal refusal)
                        && refusal.type().equals("stale")
                ? desk.facts(contactId)
                        .map(facts -> new Handled.Stale<>(facts.tally().changedVersion()))
                : Mono.just(handled);
    }
}
