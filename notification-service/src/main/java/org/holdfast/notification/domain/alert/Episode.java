package org.holdfast.notification.domain.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.holdfast.notification.domain.roster.Code;
import org.holdfast.notification.domain.roster.CodePolicy;

/**
 * One time that a case rings, from the fact that raised it until a person closes it.
 *
 * @param number counts the episodes of the case, from 1
 * @param caseId the case
 * @param contacts the contacts whose facts joined, first one first
 * @param code the most urgent code so far
 * @param factId the fact that brought this code
 * @param raisedAt when it was raised (UTC)
 * @param policy the steps as they were when the code was raised
 * @param safetyNetSeconds how often the safety net is called
 * @param pages the pages of the last two callings
 * @param deliveries the first delivery for each person, channel and step
 */
public record Episode(
        int number,
        String caseId,
        List<String> contacts,
        Code code,
        String factId,
        Instant raisedAt,
        CodePolicy policy,
        int safetyNetSeconds,
        List<Page> pages,
        List<Delivery> deliveries) {

    public Episode {
        contacts = List.copyOf(contacts);
        pages = List.copyOf(pages);
        deliveries = List.copyOf(deliveries);
    }

    /** Begins the case id of an alert that is about messages which nobody could read, and about no case. */
    public static final String LETTERS = "letters-";

    /** Whether it is about a case, so that the other services are told. */
    public boolean ofACase() {
        return !caseId.startsWith(LETTERS);
    }

    /** The id under which people and other services know the alert of this case. */
    public String alertId() {
        return caseId + ".risk";
    }

    /** The page of that id, if it is one of the last two callings. */
    public Optional<Page> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    Episode joinedBy(String contact) {
        if (contacts.contains(contact)) {
            return this;
        }
        List<String> all = new ArrayList<>(contacts);
        all.add(contact);
        return with(all, code, factId, policy, safetyNetSeconds, pages, deliveries);
    }

    Episode higher(Code higher, String fact, CodePolicy steps, int everySeconds) {
        return with(contacts, higher, fact, steps, everySeconds, pages, deliveries);
    }

    Episode calling(List<Page> more, int sequence) {
        List<Page> kept = new ArrayList<>(
                pages.stream().filter(page -> page.sequence() >= sequence - 1).toList());
        kept.addAll(more);
        return with(contacts, code, factId, policy, safetyNetSeconds, kept, deliveries);
    }

    Episode turning(String id, UnaryOperator<Page> change) {
        List<Page> changed = pages.stream()
                .map(page -> page.id().equals(id) ? change.apply(page) : page)
                .toList();
        return with(contacts, code, factId, policy, safetyNetSeconds, changed, deliveries);
    }

    Episode delivered(String id, Delivery delivery) {
        Episode turned = turning(id, Page::delivered);
        if (deliveries.stream().anyMatch(delivery::likeThat)) {
            return turned;
        }
        List<Delivery> all = new ArrayList<>(deliveries);
        all.add(delivery);
        return turned.with(contacts, code, factId, policy, safetyNetSeconds, turned.pages, all);
    }

    private Episode with(
            List<String> contacts,
            Code code,
            String factId,
            CodePolicy policy,
            int safetyNetSeconds,
            List<Page> pages,
            List<Delivery> deliveries) {
        return new Episode(
                number, caseId, contacts, code, factId, raisedAt, policy, safetyNetSeconds, pages, deliveries);
    }
}
