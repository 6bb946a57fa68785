package org.holdfast.intake.domain.outcome;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a referral of a contact.
 *
 * @param referralId the referral
 * @param version the version of referral's own stream
 * @param kind what happened
 * @param partner the id of the partner agency, as far as one is concerned
 * @param what the details, as far as the kind has them
 * @param at when (UTC)
 */
public record ReferralNotice(
        String referralId,
        long version,
        Kind kind,
        @Nullable String partner,
        What what,
        Instant at) {

    /** What can happen to a referral, in the order of its life. */
    public enum Kind {
        PROPOSED,
        SENT,
        OPENED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        CANCELLED,
        COMPLETED
    }

    /**
     * The details of a notice.
     *
     * @param service the id of the directory service
     * @param consentId the consent that covers it
     * @param respondBy until when the partner must answer (UTC)
     * @param reason a code: why it was declined or cancelled, or what came of it
     * @param candidates how many were proposed
     */
    public record What(
            @Nullable String service,
            @Nullable String consentId,
            @Nullable Instant respondBy,
            @Nullable String reason,
            @Nullable Integer candidates) {
        /** No details. */
        public static final What NOTHING = new What(null, null, null, null, null);
    }
}
