package org.holdfast.intake.stream;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.journal.Telling;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.Topic;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.ContactEvent;

/** Tells the contact: each message carries everything, so that a listener needs no earlier one. */
public final class ContactTold implements Telling<Contact, ContactEvent> {

    @Override
    public List<Tell> tell(Entry<Contact> entry, List<ContactEvent> events) {
        List<Tell> tells = new ArrayList<>();
        for (ContactEvent event : events) {
            switch (event) {
                case ContactEvent.ContactOpened opened -> recorded(entry.state(), tells);
                case ContactEvent.AnswersGiven given -> recorded(entry.state(), tells);
                case ContactEvent.DetailsChanged changed -> recorded(entry.state(), tells);
                case ContactEvent.ContactClosed closed -> recorded(entry.state(), tells);
                case ContactEvent.ConsentGiven given -> consent(entry.state(), given.consentId(), tells);
                case ContactEvent.ConsentWithdrawn withdrawn -> consent(entry.state(), withdrawn.consentId(), tells);
                case ContactEvent.ContactErased erased -> erased(entry.state(), tells);
                case ContactEvent.NoteWritten written -> {}
                case ContactEvent.DetailsDisclosed disclosed -> {}
                case ContactEvent.WordsRead read -> {}
            }
        }
        return tells;
    }

    @Override
    public List<Tell> retell(Entry<Contact> entry) {
        List<Tell> tells = new ArrayList<>();
        recorded(entry.state(), tells);
        entry.state()
                .known()
                .ifPresent(
                        facts -> facts.consents().forEach(given -> consent(entry.state(), given.consentId(), tells)));
        erased(entry.state(), tells);
        return tells;
    }

    private static void recorded(Contact contact, List<Tell> tells) {
        contact.known().ifPresent(facts -> {
            Topic topic = facts.tally().urgent() ? Topic.CONTACTS_URGENT : Topic.CONTACTS;
            tells.add(tell(topic, ContactMessages.recorded(contact, facts)));
        });
    }

    private static void consent(Contact contact, String consentId, List<Tell> tells) {
        contact.known()
                .ifPresent(facts -> facts.consent(consentId)
                        .ifPresent(consent ->
                                tells.add(tell(Topic.CONTACTS, ContactMessages.consent(facts.opening(), consent)))));
    }

    private static void erased(Contact contact, List<Tell> tells) {
        if (contact instanceof Contact.Erased erased) {
            tells.add(tell(Topic.CONTACTS, new CaseErased(erased.opening().caseId(), erased.erasedAt())));
        }
    }

    private static Tell tell(Topic topic, BusMessage message) {
        Lane lane = topic.urgent() ? Lane.URGENT : Lane.ROUTINE;
        return new Tell(lane, topic.title(), MessageType.of(message.getClass()).type(), message.key(), message);
    }
}
