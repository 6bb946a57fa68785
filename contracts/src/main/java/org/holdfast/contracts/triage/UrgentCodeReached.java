package org.holdfast.contracts.triage;

import java.time.Instant;

/**
 * A fact, not a state: a contact reached code A or B. It raises or updates the alert once, however late it is heard.
 *
 * @param factId the same for every telling of this fact
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param contactVersion the version of the contact that brought it
 * @param version the version of the stream that told this; newer versions know more
 * @param code {@code A} or {@code B}; a reader treats any other as {@code A}
 * @param reachedAt when it was reached (UTC)
 * @param respondBy until when the response is due (UTC)
 * @param rule the most urgent rule that fired
 * @param protocolVersion the version of the protocol
 */
public record UrgentCodeReached(
        String factId,
        String contactId,
        String caseId,
        long contactVersion,
        long version,
        String code,
        Instant reachedAt,
        Instant respondBy,
        String rule,
        String protocolVersion)
        implements TriageMessage {
    @Override
    public String key() {
        return caseId;
    }
}
