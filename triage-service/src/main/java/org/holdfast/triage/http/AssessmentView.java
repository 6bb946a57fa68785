package org.holdfast.triage.http;

import java.time.Instant;
import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.triage.domain.Assessment.Assessed;
import org.holdfast.triage.domain.Outcome;
import org.holdfast.triage.domain.protocol.Evidence;
import org.holdfast.triage.domain.protocol.Reached;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as a person sees it.
 *
 * @param contactId the contact
 * @param caseId its case
 * @param contactVersion the newest version of the contact that was taken into account
 * @param version the version of the assessment
 * @param code how urgent the response is
 * @param since since when (UTC)
 * @param respondBy until when the response is due (UTC), if anything is
 * @param explanations the rules that fired, most urgent first
 * @param mustAsk items that must still be asked, in order
 * @param flags what the operator must know
 * @param protocol the protocol that was read
 */
record AssessmentView(
        String contactId,
        String caseId,
        long contactVersion,
        long version,
        String code,
        Instant since,
        @Nullable Instant respondBy,
        List<Why> explanations,
        List<String> mustAsk,
        List<String> flags,
        Outcome.ProtocolName protocol) {

    /** Why one rule asks for its code. */
    record Why(String rule, String floor, List<Evidence> evidence, String source, String protocolVersion, Instant at) {

        static Why of(Reached reached) {
            return new Why(
                    reached.rule(),
                    reached.floor().name(),
                    reached.evidence(),
                    reached.source(),
                    reached.protocolVersion(),
                    reached.at());
        }
    }

    static AssessmentView of(Entry<?> entry, Assessed assessed) {
        Outcome outcome = assessed.outcome();
        return new AssessmentView(
                assessed.contact().contactId(),
                assessed.contact().caseId(),
                assessed.contact().version(),
                entry.version(),
                outcome.code().name(),
                outcome.due().since(),
                outcome.due().respondBy(),
                outcome.explanations().stream().map(Why::of).toList(),
                outcome.mustAsk(),
                List.copyOf(outcome.flags()),
                outcome.protocol());
    }
}
