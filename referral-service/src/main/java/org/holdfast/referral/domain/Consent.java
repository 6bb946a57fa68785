package org.holdfast.referral.domain;

import java.time.Instant;

/**
 * A consent as it was heard from intake.
 *
 * @param id the consent
 * @param contactId the contact that it was given in
 * @param caseId the case of that contact
 * @param recipient the partner that it names
 * @param until the last instant at which it counts (UTC)
 * @param withdrawn whether it was taken back
 */
public record Consent(String id, String contactId, String caseId, String recipient, Instant until, boolean withdrawn) {

    /** Whether it lets what was asked for in its own contact go to this partner now; what was said in another contact does not. */
    boolean covers(Sending sending, Asked asked, Instant now) {
        return id.equals(sending.consentId())
                && contactId.equals(asked.contactId())
                && caseId.equals(asked.caseId())
                && recipient.equals(sending.partner())
                && !withdrawn
                && until.isAfter(now);
    }
}
