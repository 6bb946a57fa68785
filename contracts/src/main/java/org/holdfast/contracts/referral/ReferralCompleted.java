package org.holdfast.contracts.referral;

import java.time.Instant;

/**
 * The partner agency reported what came of it.
 *
 * @param referralId the referral
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param partner the id of the partner agency
 * @param outcome a code, such as {@code GOT_HELP}
 * @param at when it happened (UTC)
 */
public record ReferralCompleted(
        String referralId, String contactId, String caseId, long version, String partner, String outcome, Instant at)
        implements ReferralMessage {
    @Override
    public String key() {
        return caseId;
    }
}
