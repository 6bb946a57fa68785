package org.holdfast.triage.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Said;
import org.holdfast.triage.store.ProtocolFile;

/** A caller whose answers an operator types one by one, and the assessment that follows. */
final class Person {

    static final Protocol PROTOCOL = ProtocolFile.load("crisis-triage-1.0.0");
    private static final Instant OPENED = Instant.parse("2026-11-22T20:00:00Z");

    private final AssessmentDecider decider = new AssessmentDecider();
    private final Map<String, List<Said>> items = new TreeMap<>();
    private Assessment state = decider.initial();
    private Instant now = OPENED;
    private long version;
    private boolean closed;

    static Person onThePhone() {
        return new Person();
    }

    /** Says one thing, which triage hears at once. */
    List<TriageEvent> says(String item, String value) {
        Decision<TriageEvent> decision = hears(unheard(item, value));
        return ((Decision.Accepted<TriageEvent>) decision).events();
    }

    /** Says one thing, which triage does not hear yet. */
    ContactFacts unheard(String item, String value) {
        version++;
        now = now.plusSeconds(20);
        items.computeIfAbsent(item, _ -> new ArrayList<>()).add(new Said(value, version, now));
        return facts();
    }

    void answersTheScreenWithNo() {
        for (String item : List.of("cssrs.q1", "cssrs.q2", "cssrs.q6")) {
            says(item, "NO");
        }
    }

    void hangsUp() {
        closed = true;
        version++;
        hears(facts());
    }

    void waits(Duration duration) {
        now = now.plus(duration);
    }

    Decision<TriageEvent> hears(ContactFacts facts) {
        return does(new TriageCommand.Assess(facts, PROTOCOL, now));
    }

    Decision<TriageEvent> operatorPicks(Code code) {
        return does(new TriageCommand.ChooseCode(code, PROTOCOL, now));
    }

    void isErased() {
        does(new TriageCommand.EraseAssessment("case", now));
    }

    private Decision<TriageEvent> does(TriageCommand command) {
        Decision<TriageEvent> decision = decider.decide(state, command);
        if (decision instanceof Decision.Accepted<TriageEvent>(List<TriageEvent> events)) {
            events.forEach(event -> state = decider.evolve(state, event));
        }
        return decision;
    }

    ContactFacts facts() {
        Map<String, List<Said>> copy = new TreeMap<>();
        items.forEach((item, values) -> copy.put(item, List.copyOf(values)));
        return new ContactFacts("anna", "case", version, closed, OPENED, copy);
    }

    /** A message of another version that carries only one item. */
    static ContactFacts at(long version, List<Said> values, String item) {
        return new ContactFacts("anna", "case", version, false, OPENED, Map.of(item, values));
    }

    /** The urgent facts among the events. */
    static List<TriageEvent.UrgencyReached> urgency(List<TriageEvent> events) {
        return events.stream()
                .filter(TriageEvent.UrgencyReached.class::isInstance)
                .map(TriageEvent.UrgencyReached.class::cast)
                .toList();
    }

    Instant now() {
        return now;
    }

    Instant lastSaid() {
        return now;
    }

    Assessment state() {
        return state;
    }

    Assessment.Assessed assessed() {
        return (Assessment.Assessed) state;
    }

    Code code() {
        return assessed().outcome().code();
    }
}
