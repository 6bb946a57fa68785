package org.holdfast.triage.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.holdfast.triage.domain.protocol.Said;

/** Joins what was heard of a contact: values are added and never taken away, in whatever order messages come. */
final class Join {

    private Join() {}

    /** Everything of both; the status of the newer. */
    static ContactFacts of(ContactFacts known, ContactFacts heard) {
        Map<String, List<Said>> items = new TreeMap<>(known.items());
        heard.items().forEach((item, values) -> items.merge(item, values, Join::values));
        ContactFacts newer = heard.version() >= known.version() ? heard : known;
        return new ContactFacts(
                known.contactId(), known.caseId(), newer.version(), newer.closed(), known.openedAt(), items);
    }

    /** What is heard for the first time. */
    static Map<String, List<Said>> news(ContactFacts known, ContactFacts heard) {
        Map<String, List<Said>> news = new TreeMap<>();
        heard.items().forEach((item, values) -> {
            List<Said> fresh = new ArrayList<>(values);
            fresh.removeAll(known.items().getOrDefault(item, List.of()));
            if (!fresh.isEmpty()) {
                news.put(item, fresh);
            }
        });
        return news;
    }

    private static List<Said> values(Collection<Said> known, Collection<Said> heard) {
        // of a value that came twice at one version the last place counts, whichever message brought it first
        SequencedSet<Said> all = new LinkedHashSet<>();
        known.forEach(all::addLast);
        heard.forEach(all::addLast);
        return all.stream().sorted(Comparator.comparingLong(Said::version)).toList();
    }
}
