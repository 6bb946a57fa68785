package org.holdfast.triage.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Evidence;
import org.holdfast.triage.domain.protocol.Policy;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.Reached;
import org.holdfast.triage.domain.protocol.Reading;
import org.holdfast.triage.domain.protocol.Verdict;
import org.jspecify.annotations.Nullable;

/** Works out what an assessment comes to from all that is known of it. */
record Outcomes(Protocol protocol, ContactFacts contact, Reading reading) {

    static final String PICK = "operator.choice";

    /** What it comes to, with the rules that ever fired, what was flagged before, and what an operator picked. */
    Outcome of(List<Reached> reached, SortedSet<String> flagged, Assessment.@Nullable Pick picked) {
        Assessment.Pick pick = picked != null && knewEverything(picked) ? picked : null;
        Code code = Verdict.code(reached, reading.standing(), pick == null ? null : pick.code());
        Instant since = since(code, reached, pick);
        SortedSet<String> flags = new TreeSet<>(flagged);
        flags.addAll(reading.flags());
        return new Outcome(
                code,
                new Outcome.Due(since, protocol.window(code).from(since)),
                explanations(code, reached, pick),
                reading.mustAsk(),
                flags,
                new Outcome.ProtocolName(protocol.name().id(), protocol.name().version()));
    }

    /** Whoever picked before the last thing was said that no protocol knew could not have read it. */
    private boolean knewEverything(Assessment.Pick pick) {
        return Reading.unreadSince(contact.items())
                .filter(unread -> unread.isAfter(pick.at()))
                .isEmpty();
    }

    private Instant since(Code code, List<Reached> reached, Assessment.@Nullable Pick pick) {
        Optional<Instant> fired = reached.stream()
                .filter(rule -> rule.floor() == code)
                .map(Reached::at)
                .min(Comparator.naturalOrder());
        Instant otherwise = pick != null && pick.code() == code ? pick.at() : contact.openedAt();
        return fired.orElse(otherwise);
    }

    private List<Reached> explanations(Code code, List<Reached> reached, Assessment.@Nullable Pick pick) {
        List<Reached> explanations = new ArrayList<>(reached);
        if (code == Code.UNTRIAGED) {
            explanations.add(basis(protocol.policy().untriaged(), code, reading.basis()));
        } else if (code == Code.OPERATOR_CHOICE) {
            explanations.add(basis(protocol.policy().choice(), code, reading.basis()));
        } else if (pick != null) {
            List<Evidence> picked = List.of(new Evidence(PICK, pick.code().name()));
            explanations.add(basis(protocol.policy().choice(), pick.code(), picked));
        }
        explanations.sort(Comparator.comparing(Reached::floor).thenComparing(Reached::rule));
        return explanations;
    }

    private Reached basis(Policy.Basis basis, Code code, List<Evidence> evidence) {
        return new Reached(
                basis.id(),
                code,
                evidence,
                basis.origin().cite(),
                protocol.name().version(),
                contact.openedAt());
    }
}
