package org.holdfast.triage.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.journal.Telling;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.contracts.triage.Evidence;
import org.holdfast.contracts.triage.Explanation;
import org.holdfast.contracts.triage.ReferralNeeded;
import org.holdfast.contracts.triage.UrgentCodeReached;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.Assessment.Assessed;
import org.holdfast.triage.domain.Outcome;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Reached;

/** Tells what an assessment comes to, and urgent codes in their own lane. */
public final class AssessmentTold implements Telling<Assessment, TriageEvent> {

    @Override
    public List<Tell> tell(Entry<Assessment> entry, List<TriageEvent> events) {
        if (!(entry.state() instanceof Assessed assessed)) {
            return List.of();
        }
        List<Tell> tells = new ArrayList<>();
        for (TriageEvent event : events) {
            switch (event) {
                case TriageEvent.UrgencyReached fact -> tells.addFirst(Messages.tell(urgent(entry, assessed, fact)));
                case TriageEvent.ReferralCalled(Code code, Instant at) ->
                    tells.add(Messages.tell(referral(entry, assessed, code, at)));
                case TriageEvent.ContactAssessed _, TriageEvent.CodeChosen _ ->
                    tells.add(Messages.tell(changed(entry, assessed)));
                case TriageEvent.AssessmentErased _ -> {}
            }
        }
        return tells;
    }

    @Override
    public List<Tell> retell(Entry<Assessment> entry) {
        if (!(entry.state() instanceof Assessed assessed)) {
            return List.of();
        }
        List<Tell> tells = new ArrayList<>();
        Outcome outcome = assessed.outcome();
        assessed.urgent().stream()
                .sorted(Comparator.comparing(TriageEvent.UrgencyReached::code))
                .forEach(fact -> tells.add(Messages.tell(urgent(entry, assessed, fact))));
        tells.add(Messages.tell(changed(entry, assessed)));
        if (assessed.referralCalled()) {
            tells.add(Messages.tell(referral(entry, assessed, outcome.code(), entry.time())));
        }
        return tells;
    }

    private static UrgentCodeReached urgent(
            Entry<Assessment> entry, Assessed assessed, TriageEvent.UrgencyReached fact) {
        Instant respondBy = fact.respondBy();
        return new UrgentCodeReached(
                fact.factId(),
                assessed.contact().contactId(),
                assessed.contact().caseId(),
                fact.contactVersion(),
                entry.version(),
                fact.code().name(),
                fact.since(),
                respondBy == null ? fact.since() : respondBy,
                fact.rule(),
                assessed.outcome().protocol().version());
    }

    private static ReferralNeeded referral(Entry<Assessment> entry, Assessed assessed, Code code, Instant at) {
        return new ReferralNeeded(
                assessed.contact().contactId(), assessed.contact().caseId(), entry.version(), code.name(), at);
    }

    private static AssessmentChanged changed(Entry<Assessment> entry, Assessed assessed) {
        Outcome outcome = assessed.outcome();
        return new AssessmentChanged(
                assessed.contact().contactId(),
                assessed.contact().caseId(),
                assessed.contact().version(),
                entry.version(),
                outcome.code().name(),
                outcome.due().respondBy(),
                outcome.explanations().stream().map(AssessmentTold::explanation).toList(),
                outcome.mustAsk(),
                List.copyOf(outcome.flags()),
                outcome.protocol().id(),
                outcome.protocol().version(),
                entry.time());
    }

    private static Explanation explanation(Reached reached) {
        List<Evidence> evidence = reached.evidence().stream()
                .map(one -> new Evidence(one.item(), one.value()))
                .toList();
        return new Explanation(reached.rule(), reached.floor().name(), evidence, reached.source());
    }
}
