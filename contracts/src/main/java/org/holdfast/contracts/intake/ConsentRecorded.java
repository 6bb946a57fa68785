package org.holdfast.contracts.intake;

import java.time.Instant;
import java.util.List;

/**
 * The person agreed that some of what is known goes to one recipient until a date, or withdrew that.
 *
 * @param consentId the consent
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param recipient the id of the partner agency
 * @param scopes what may be shared: {@code NAME}, {@code PHONE}, {@code ADDRESS}, {@code NOTE}
 * @param until the last instant at which it may be shared (UTC)
 * @param withdrawn whether the consent was taken back
 * @param at when it happened (UTC)
 */
public record ConsentRecorded(
        String consentId,
        String contactId,
        String caseId,
        long version,
        String recipient,
        List<String> scopes,
        Instant until,
        boolean withdrawn,
        Instant at)
        implements IntakeMessage {
    public ConsentRecorded {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String key() {
        return caseId;
    }
}
