package org.holdfast.triage.domain;

import java.time.Instant;
import java.util.List;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Reached;
import org.jspecify.annotations.Nullable;

/** What triage knows of one contact. */
public sealed interface Assessment {

    /** Nothing was heard yet. */
    record Unassessed() implements Assessment {}

    /**
     * The contact was assessed.
     *
     * @param contact everything ever heard of it, joined
     * @param reached the rules that ever fired; they stay, whatever protocol or message comes later
     * @param outcome what it comes to now
     * @param pick what an operator picked, if one did
     * @param referralCalled whether a referral was called for
     * @param urgent the urgent facts that were told, in order
     */
    record Assessed(
            ContactFacts contact,
            List<Reached> reached,
            Outcome outcome,
            @Nullable Pick pick,
            boolean referralCalled,
            List<TriageEvent.UrgencyReached> urgent)
            implements Assessment {
        public Assessed {
            reached = List.copyOf(reached);
            urgent = List.copyOf(urgent);
        }
    }

    /**
     * What an operator picked.
     *
     * @param code E, F or G
     * @param at when (UTC)
     */
    record Pick(Code code, Instant at) {}

    /**
     * The case was erased; nothing is assessed any more.
     *
     * @param caseId the case
     * @param at when (UTC)
     */
    record Erased(String caseId, Instant at) implements Assessment {}
}
