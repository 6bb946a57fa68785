package org.holdfast.contracts.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The helpline took the referral back.
 *
 * @param referralId the referral
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param partner the id of the partner agency
 * @param reason a code, such as {@code CONSENT_WITHDRAWN}
 * @param at when it happened (UTC)
 */
public record ReferralCancelled(
        String referralId,
        String contactId,
        String caseId,
        long version,
        @Nullable String partner,
        String reason,
        Instant at)
        implements ReferralMessage {
    @Override
    public String key() {
        return caseId;
    }
}
