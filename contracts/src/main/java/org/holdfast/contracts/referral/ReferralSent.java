package org.holdfast.contracts.referral;

import java.time.Instant;

/**
 * The referral was sent to a partner agency, with consent.
 *
 * @param referralId the referral
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param partner the id of the partner agency
 * @param service the id of the directory service
 * @param consentId the consent that covers it
 * @param respondBy until when the partner must answer (UTC)
 * @param at when it happened (UTC)
 */
public record ReferralSent(
        String referralId,
        String contactId,
        String caseId,
        long version,
        String partner,
        String service,
        String consentId,
        Instant respondBy,
        Instant at)
        implements ReferralMessage {
    @Override
    public String key() {
        return caseId;
    }
}
