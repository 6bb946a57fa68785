package org.holdfast.contracts.referral;

import java.time.Instant;

/**
 * This service destroyed its key of an erased case.
 *
 * @param caseId the case, given when the contact was opened and kept
 * @param at when it happened (UTC)
 */
public record ReferralKeyDestroyed(String caseId, Instant at) implements ReferralMessage {
    @Override
    public String key() {
        return caseId;
    }
}
