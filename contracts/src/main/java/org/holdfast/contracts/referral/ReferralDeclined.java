package org.holdfast.contracts.referral;

import java.time.Instant;

/**
 * The partner agency declined.
 *
 * @param referralId the referral
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param partner the id of the partner agency
 * @param reason a code, such as {@code NO_CAPACITY}
 * @param declinedBy {@code PROVIDER} or {@code CLIENT}
 * @param at when it happened (UTC)
 */
public record ReferralDeclined(
        String referralId,
        String contactId,
        String caseId,
        long version,
        String partner,
        String reason,
        String declinedBy,
        Instant at)
        implements ReferralMessage {
    @Override
    public String key() {
        return caseId;
    }
}
