package org.holdfast.intake.domain;

import java.time.Instant;
import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.decide.Refusal;

/** How a contact decides: nothing told is lost, nothing wrong is half taken, nothing is shared without consent. */
public final class ContactDecider implements Decider<Contact, ContactCommand, ContactEvent> {

    private final Needs needs;

    /** Takes these needs for needs, and nothing else. */
    public ContactDecider(Needs needs) {
        this.needs = needs;
    }

    @Override
    public Contact initial() {
        return new Contact.Unknown();
    }

    @Override
    public Decision<ContactEvent> decide(Contact state, ContactCommand command) {
        return switch (state) {
            case Contact.Unknown _ -> onUnknown(command);
            case Contact.Open(Facts facts) -> onOpen(facts, command);
            case Contact.Closed(Facts facts, Disposition _, Instant _) -> onClosed(facts, command);
            case Contact.Erased _ ->
                Decision.refused(Refusal.gone(
                        "contact-erased", "The case of this contact was erased; nothing can be added or read."));
        };
    }

    @Override
    public Contact evolve(Contact state, ContactEvent event) {
        return ContactEvolution.evolve(state, event);
    }

    private Decision<ContactEvent> onUnknown(ContactCommand command) {
        return command instanceof ContactCommand.OpenContact open
                ? Listening.open(needs, open)
                : Decision.refused(Refusal.notFound("contact-not-found", "There is no contact of this id."));
    }

    private Decision<ContactEvent> onOpen(Facts facts, ContactCommand command) {
        return switch (command) {
            case ContactCommand.OpenContact _ -> exists();
            case ContactCommand.GiveAnswers give -> Listening.answer(facts, give);
            case ContactCommand.WriteNote write -> Listening.note(facts, write);
            case ContactCommand.ChangeDetails change -> Listening.change(needs, facts, change);
            case ContactCommand.GiveConsent give -> Sharing.give(facts, give);
            case ContactCommand.WithdrawConsent withdraw -> Sharing.withdraw(facts, withdraw);
            case ContactCommand.CloseContact close -> Listening.close(facts, close);
            case ContactCommand.Disclose disclose -> Sharing.disclose(facts, disclose);
            case ContactCommand.ReadWords(Instant at) -> Decision.accepted(new ContactEvent.WordsRead(at));
            case ContactCommand.EraseCase erase -> erase(erase);
        };
    }

    private Decision<ContactEvent> onClosed(Facts facts, ContactCommand command) {
        return switch (command) {
            case ContactCommand.OpenContact _ -> exists();
            case ContactCommand.WriteNote write -> Listening.note(facts, write);
            case ContactCommand.ChangeDetails change
            when change.change().onlyRemoves() -> Listening.change(needs, facts, change);
            case ContactCommand.WithdrawConsent withdraw -> Sharing.withdraw(facts, withdraw);
            case ContactCommand.Disclose disclose -> Sharing.disclose(facts, disclose);
            case ContactCommand.ReadWords(Instant at) -> Decision.accepted(new ContactEvent.WordsRead(at));
            case ContactCommand.EraseCase erase -> erase(erase);
            case ContactCommand.GiveAnswers _,
                    ContactCommand.ChangeDetails _,
                    ContactCommand.GiveConsent _,
                    ContactCommand.CloseContact _ ->
                Decision.refused(Refusal.conflict(
                        "contact-closed",
                        "This contact is closed and nothing was recorded: open a new contact and tell it there."));
        };
    }

    /** Whoever is called to an alert must be able to read for whom: erasing it from under them is said out loud. */
    private static Decision<ContactEvent> erase(ContactCommand.EraseCase erase) {
        return erase.openAlert() != null && !erase.despiteOpenAlert()
                ? Decision.refused(
                        Refusal.conflict(
                                "alert-open",
                                "An alert of this case is open or on its way: see that a counselor engages or closes it first, or send"
                                        + " {\"despiteOpenAlert\": true}; then it rings on for somebody whose name and number nobody can read."))
                : Decision.accepted(new ContactEvent.ContactErased(erase.openAlert(), erase.at()));
    }

    private static Decision<ContactEvent> exists() {
        return Decision.refused(Refusal.conflict("contact-exists", "A contact of this id was opened before."));
    }
}
