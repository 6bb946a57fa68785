package org.holdfast.notification.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.journal.Telling;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.AlertDelivered;
import org.holdfast.contracts.notification.AlertEngaged;
import org.holdfast.contracts.notification.AlertExhausted;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.notification.NotificationMessage;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.Delivery;
import org.holdfast.notification.domain.alert.Episode;

/** Tells how an alert stands, to each contact whose facts joined it. */
public final class AlertTold implements Telling<AlertState, AlertEvent> {

    @Override
    public List<Tell> tell(Entry<AlertState> entry, List<AlertEvent> events) {
        if (!(entry.state() instanceof AlertState.Told told) || !told.episode().ofACase()) {
            return List.of();
        }
        Episode episode = told.episode();
        List<NotificationMessage> messages = new ArrayList<>();
        for (AlertEvent event : events) {
            switch (event) {
                case AlertEvent.Raised raised ->
                    messages.add(raised(entry, episode, raised.contactId(), raised.factId(), raised.at()));
                case AlertEvent.RaisedAgain again ->
                    messages.addAll(each(entry, contact -> contact.raised(again.factId(), again.at())));
                case AlertEvent.FactJoined joined -> {
                    messages.add(raised(entry, episode, joined.contactId(), joined.factId(), episode.raisedAt()));
                    messages.addAll(since(entry, told, joined.contactId()));
                }
                case AlertEvent.NotEngaged not ->
                    messages.addAll(each(entry, contact -> contact.raised(episode.factId(), not.at())));
                case AlertEvent.PageDelivered delivered ->
                    messages.addAll(each(
                            entry,
                            contact -> contact.delivered(new Delivery(
                                    delivered.person(), delivered.channel(), delivered.step(), delivered.at()))));
                case AlertEvent.Acknowledged by ->
                    messages.addAll(each(entry, contact -> contact.acknowledged(by.person(), by.at())));
                case AlertEvent.Engaged by ->
                    messages.addAll(each(entry, contact -> contact.engaged(by.person(), by.at())));
                case AlertEvent.RanOut out -> messages.addAll(each(entry, contact -> contact.exhausted(out.at())));
                case AlertEvent.Closed by ->
                    messages.addAll(each(
                            entry,
                            contact -> contact.closed(by.person(), by.reason().name(), by.at())));
                case AlertEvent.StepSkipped skipped -> {}
                case AlertEvent.StepRang rang -> {}
                case AlertEvent.CalledToo called -> {}
                case AlertEvent.AskedAgain asked -> {}
                case AlertEvent.SafetyNetRang rang -> {}
                case AlertEvent.PageFailed failed -> {}
                case AlertEvent.PageUnsure unsure -> {}
                case AlertEvent.PageTried tried -> {}
            }
        }
        return tells(messages);
    }

    @Override
    public List<Tell> retell(Entry<AlertState> entry) {
        if (!(entry.state() instanceof AlertState.Told told) || !told.episode().ofACase()) {
            return List.of();
        }
        Episode episode = told.episode();
        List<NotificationMessage> messages = new ArrayList<>();
        for (String contact : episode.contacts()) {
            messages.add(raised(entry, episode, contact, episode.factId(), episode.raisedAt()));
            messages.addAll(since(entry, told, contact));
        }
        return tells(messages);
    }

    /** What is told to somebody who asks about one fact: an alert covers it. */
    static List<Tell> covered(Entry<AlertState> entry, String contactId, String factId) {
        return entry.state() instanceof AlertState.Told told
                ? tells(List.of(raised(
                        entry, told.episode(), contactId, factId, told.episode().raisedAt())))
                : List.of();
    }

    /** What happened since it was raised, for a contact that did not hear it. */
    private static List<NotificationMessage> since(Entry<AlertState> entry, AlertState.Told told, String contactId) {
        Contact contact = new Contact(entry, told.episode(), contactId);
        List<NotificationMessage> messages = new ArrayList<>(
                told.episode().deliveries().stream().map(contact::delivered).toList());
        switch (told) {
            case AlertState.Ringing ringing -> {}
            case AlertState.Exhausted exhausted -> messages.add(contact.exhausted(exhausted.since()));
            case AlertState.Acknowledged held -> messages.add(contact.acknowledged(held.person(), held.at()));
            case AlertState.Engaged held ->
                messages.addAll(contact.there(held.person(), held.acknowledgedAt(), held.at()));
            case AlertState.Asked held ->
                messages.addAll(contact.there(held.person(), held.acknowledgedAt(), held.at()));
            case AlertState.Closed closed ->
                messages.add(contact.closed(closed.person(), closed.reason().name(), closed.at()));
        }
        return messages;
    }

    private static List<NotificationMessage> each(
            Entry<AlertState> entry, java.util.function.Function<Contact, NotificationMessage> message) {
        Episode episode = ((AlertState.Told) entry.state()).episode();
        return episode.contacts().stream()
                .map(id -> message.apply(new Contact(entry, episode, id)))
                .toList();
    }

    private static AlertRaised raised(
            Entry<AlertState> entry, Episode episode, String contactId, String factId, Instant at) {
        return new Contact(entry, episode, contactId).raised(factId, at);
    }

    private static List<Tell> tells(List<NotificationMessage> messages) {
        return messages.stream().flatMap(AlertTold::tell).toList();
    }

    static Stream<Tell> tell(NotificationMessage message) {
        MessageType type = MessageType.of(message.getClass());
        return Stream.of(new Tell(Lane.URGENT, type.topic().title(), type.type(), message.key(), message));
    }

    /** Writes messages about one contact of the episode. */
    private record Contact(Entry<AlertState> entry, Episode episode, String id) {

        AlertRaised raised(String factId, Instant at) {
            return new AlertRaised(
                    episode.alertId(),
                    id,
                    episode.caseId(),
                    entry.version(),
                    episode.number(),
                    episode.code().name(),
                    factId,
                    at);
        }

        List<NotificationMessage> there(String person, Instant acknowledgedAt, Instant at) {
            return List.of(acknowledged(person, acknowledgedAt), engaged(person, at));
        }

        AlertDelivered delivered(Delivery delivery) {
            return new AlertDelivered(
                    episode.alertId(),
                    id,
                    episode.caseId(),
                    entry.version(),
                    episode.number(),
                    delivery.person(),
                    delivery.channel().name(),
                    delivery.step(),
                    delivery.at());
        }

        AlertAcknowledged acknowledged(String person, Instant at) {
            return new AlertAcknowledged(
                    episode.alertId(), id, episode.caseId(), entry.version(), episode.number(), person, at);
        }

        AlertEngaged engaged(String person, Instant at) {
            return new AlertEngaged(
                    episode.alertId(), id, episode.caseId(), entry.version(), episode.number(), person, at);
        }

        AlertExhausted exhausted(Instant at) {
            return new AlertExhausted(episode.alertId(), id, episode.caseId(), entry.version(), episode.number(), at);
        }

        AlertClosed closed(String person, String reason, Instant at) {
            return new AlertClosed(
                    episode.alertId(), id, episode.caseId(), entry.version(), episode.number(), person, reason, at);
        }
    }
}
