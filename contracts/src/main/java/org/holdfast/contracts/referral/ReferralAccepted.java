package org.holdfast.contracts.referral;

import java.time.Instant;

/**
 * The partner agency accepted: it may now ask for the details that the consent covers.
 *
 * @param referralId the referral
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param partner the id of the partner agency
 * @param consentId the consent that covers it
 * @param at when it happened (UTC)
 */
public record ReferralAccepted(
        String referralId, String contactId, String caseId, long version, String partner, String consentId, Instant at)
        implements ReferralMessage {
    @Override
    public String key() {
        return caseId;
    }
}
