package org.holdfast.referral.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of a referral; times and everything heard elsewhere come in with the command. */
public sealed interface ReferralCommand {

    /** The partner agency's commands; for any other agency the referral is not there. */
    sealed interface OfPartner extends ReferralCommand {
        String partner();
    }

    /**
     * Proposes services to the operator; none is an unmet need.
     *
     * @param excluded how many services each criterion ruled out
     */
    record Propose(Asked asked, List<Offer> offers, Map<String, Integer> excluded, Instant now)
            implements ReferralCommand {
        public Propose {
            offers = List.copyOf(offers);
            excluded = Map.copyOf(excluded);
        }
    }

    /**
     * Sends it to the partner of one of the proposed services.
     *
     * @param consentId the consent that the operator recorded
     * @param heard that consent, if it was heard already
     */
    record Send(
            String serviceId,
            @Nullable String consentId,
            @Nullable Consent heard,
            Urgency urgency,
            Instant now) implements ReferralCommand {}

    /** The consent was heard, for the first time or withdrawn. */
    record HearConsent(Consent consent, Instant now) implements ReferralCommand {}

    /**
     * The waiting for a consent is over.
     *
     * @param due the instant of the timer that fired
     * @param heard the consent, if it was heard after all
     */
    record ConsentWaitDue(Instant due, @Nullable Consent heard, Instant now) implements ReferralCommand {}

    /**
     * The partner had its time.
     *
     * @param due the instant of the timer that fired
     */
    record RespondDue(Instant due, Instant now) implements ReferralCommand {}

    /** The partner looked at it. */
    record Open(String partner, Instant now) implements OfPartner {}

    /** The partner takes the person on. */
    record Accept(String partner, Instant now) implements OfPartner {}

    /**
     * The partner, or the person, says no.
     *
     * @param noteRef where the note is in the vault, if there is one
     */
    record Decline(
            String partner,
            DeclineReason reason,
            DeclinedBy by,
            @Nullable String noteRef,
            Instant now) implements OfPartner {}

    /** The partner says what came of it. */
    record ReportOutcome(
            String partner, Outcome outcome, @Nullable String noteRef, Instant now) implements OfPartner {}

    /** The sender takes it back. */
    record Cancel(CancelReason reason, Instant now) implements ReferralCommand {}
}
