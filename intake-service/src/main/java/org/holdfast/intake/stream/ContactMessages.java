package org.holdfast.intake.stream;

import org.holdfast.contracts.intake.ConsentRecorded;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.intake.HeldValue;
import org.holdfast.contracts.intake.ItemValues;
import org.holdfast.contracts.intake.Place;
import org.holdfast.intake.domain.Consent;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.Facts;
import org.holdfast.intake.domain.ItemAnswers;
import org.holdfast.intake.domain.Opening;
import org.holdfast.intake.domain.Situation;

/** Puts what is known of a contact into the words of the contract. */
final class ContactMessages {

    private ContactMessages() {}

    static ContactRecorded recorded(Contact contact, Facts facts) {
        Opening opening = facts.opening();
        Situation situation = facts.situation();
        org.holdfast.intake.domain.Place place = situation.place();
        return new ContactRecorded(
                opening.contactId(),
                opening.caseId(),
                facts.tally().toldVersion(),
                opening.channel().name(),
                opening.relation().name(),
                situation.language(),
                place == null ? null : new Place(place.area(), place.latitude(), place.longitude()),
                situation.needs(),
                facts.answers().stream().map(ContactMessages::values).toList(),
                contact instanceof Contact.Closed ? "CLOSED" : "OPEN",
                contact instanceof Contact.Closed closed ? closed.disposition().name() : null,
                opening.openedAt(),
                facts.tally().toldAt());
    }

    private static ItemValues values(ItemAnswers item) {
        return new ItemValues(
                item.item(),
                item.values().stream()
                        .map(held -> new HeldValue(held.value(), held.version(), held.at()))
                        .toList());
    }

    static ConsentRecorded consent(Opening opening, Consent consent) {
        return new ConsentRecorded(
                consent.consentId(),
                opening.contactId(),
                opening.caseId(),
                consent.version(),
                consent.recipient(),
                consent.scopes().stream().map(Enum::name).toList(),
                consent.until(),
                consent.withdrawn(),
                consent.at());
    }
}
