package org.holdfast.intake.domain;

import java.time.Instant;
import java.util.List;

/**
 * The person agreed that some of what is known goes to one recipient until an instant.
 *
 * @param consentId the id of the consent
 * @param recipient the id of the partner agency
 * @param scopes what may be shared
 * @param until the last instant at which it may be shared (UTC)
 * @param withdrawn whether it was taken back
 * @param version the version of the contact that gave it or took it back
 * @param at when that was (UTC)
 */
public record Consent(
        String consentId,
        String recipient,
        List<Scope> scopes,
        Instant until,
        boolean withdrawn,
        long version,
        Instant at) {

    public Consent {
        scopes = List.copyOf(scopes);
    }

    /** Whether it lets the recipient have what it covers now. */
    public boolean covers(String partner, Instant now) {
        return !withdrawn && recipient.equals(partner) && !now.isAfter(until);
    }

    Consent takenBack(long atVersion, Instant when) {
        return new Consent(consentId, recipient, scopes, until, true, atVersion, when);
    }
}
