package org.holdfast.triage.domain;

import java.time.Instant;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Protocol;

/** What can be asked of an assessment. */
public sealed interface TriageCommand {

    /**
     * Take into account what intake said.
     *
     * @param contact what intake said
     * @param protocol the protocol in force
     * @param now the present (UTC)
     */
    record Assess(ContactFacts contact, Protocol protocol, Instant now) implements TriageCommand {}

    /**
     * An operator picks a code where no rule fired and every suicide question was answered with no.
     *
     * @param code E, F or G
     * @param protocol the protocol in force
     * @param now the present (UTC)
     */
    record ChooseCode(Code code, Protocol protocol, Instant now) implements TriageCommand {}

    /**
     * Forget the case and keep a tombstone.
     *
     * @param caseId the case
     * @param now the present (UTC)
     */
    record EraseAssessment(String caseId, Instant now) implements TriageCommand {}
}
