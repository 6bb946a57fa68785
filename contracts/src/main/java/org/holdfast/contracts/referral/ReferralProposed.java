package org.holdfast.contracts.referral;

import java.time.Instant;

/**
 * Candidates were proposed to the operator.
 *
 * @param referralId the referral
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param candidates how many; 0 is an unmet need
 * @param at when it happened (UTC)
 */
public record ReferralProposed(
        String referralId, String contactId, String caseId, long version, int candidates, Instant at)
        implements ReferralMessage {
    @Override
    public String key() {
        return caseId;
    }
}
