package org.holdfast.contracts.referral;

import java.time.Instant;

/**
 * The partner agency saw the referral.
 *
 * @param referralId the referral
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param partner the id of the partner agency
 * @param at when it happened (UTC)
 */
public record ReferralOpened(
        String referralId, String contactId, String caseId, long version, String partner, Instant at)
        implements ReferralMessage {
    @Override
    public String key() {
        return caseId;
    }
}
