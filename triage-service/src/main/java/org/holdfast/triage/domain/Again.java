package org.holdfast.triage.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Reached;
import org.holdfast.triage.domain.protocol.Reading;
import org.holdfast.triage.domain.protocol.Said;

/** Notices that a risk which had been corrected away is said again: the alert for the first time may be closed by then. */
final class Again {

    private Again() {}

    /** The most urgent rule for A or B that fires by the newest answers now and did not by those that were the newest before. */
    static Optional<Reached> of(Protocol protocol, ContactFacts before, ContactFacts now) {
        List<Reached> stood = newest(protocol, before);
        return newest(protocol, now).stream()
                .filter(rule -> rule.floor().urgent())
                .filter(rule -> stood.stream().noneMatch(old -> old.rule().equals(rule.rule())))
                .min(AssessmentDecider.MOST_URGENT);
    }

    private static List<Reached> newest(Protocol protocol, ContactFacts facts) {
        Map<String, List<Said>> last = new TreeMap<>();
        facts.items().forEach((item, values) -> last.put(item, List.of(values.getLast())));
        return Reading.of(protocol, last).reached();
    }
}
