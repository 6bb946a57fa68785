package org.holdfast.contracts.triage;

import java.time.Instant;

/**
 * The protocol asks that the case be referred.
 *
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param code the code of the contact
 * @param at when it happened (UTC)
 */
public record ReferralNeeded(String contactId, String caseId, long version, String code, Instant at)
        implements TriageMessage {
    @Override
    public String key() {
        return caseId;
    }
}
