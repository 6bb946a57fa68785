package org.holdfast.triage.domain;

import java.time.Instant;
import java.util.List;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Reached;
import org.jspecify.annotations.Nullable;

/** What happened to an assessment. */
public sealed interface TriageEvent {

    /**
     * A version of the contact was taken into account.
     *
     * @param heard what was new in it
     * @param reached the rules that fired for the first time
     * @param outcome what the assessment comes to now
     */
    record ContactAssessed(ContactFacts heard, List<Reached> reached, Outcome outcome) implements TriageEvent {
        public ContactAssessed {
            reached = List.copyOf(reached);
        }
    }

    /**
     * A rule for code A or B fired for the first time, or again after a correction: a fact that must become an alert, also after another was closed.
     *
     * @param factId the same for every telling
     * @param code A or B: the floor of the rule, or the code that stands already if that is more urgent
     * @param contactVersion the version of the contact that brought it
     * @param since when the answer that completed the rule was said (UTC)
     * @param respondBy until when the response is due (UTC)
     * @param rule the rule that asks for it
     */
    record UrgencyReached(
            String factId,
            Code code,
            long contactVersion,
            Instant since,
            @Nullable Instant respondBy,
            String rule) implements TriageEvent {}

    /**
     * The protocol calls for a referral.
     *
     * @param code the code at which it does
     * @param at when (UTC)
     */
    record ReferralCalled(Code code, Instant at) implements TriageEvent {}

    /**
     * An operator picked a code.
     *
     * @param pick the code
     * @param outcome what the assessment comes to now
     */
    record CodeChosen(Assessment.Pick pick, Outcome outcome) implements TriageEvent {}

    /**
     * The case was erased.
     *
     * @param caseId the case
     * @param at when (UTC)
     */
    record AssessmentErased(String caseId, Instant at) implements TriageEvent {}
}
