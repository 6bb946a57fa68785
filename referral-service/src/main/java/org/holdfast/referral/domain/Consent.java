package org.holdfast.referral.domain;

import java.time.Instant;

/**
 * A consent as it was heard from intake.
 *
 * @param id the consent
 * @param caseId the case that it was given in
 * @param recipient the partner that it names
 * @param until the last instant at which it counts (UTC)
 * @param withdrawn whether it was taken back
 */
public record Consent(String id, String caseId, String recipient, Instant until, boolean withdrawn) {

    /** Whether it lets this case go to this partner now. */
    boolean covers(Sending sending, String caseId, Instant now) {
        return id.equals(sending.consentId())
                && this.caseId.equals(caseId)
                && recipient.equals(sending.partner())
                && !withdrawn
                && until.isAfter(now);
    }
}
