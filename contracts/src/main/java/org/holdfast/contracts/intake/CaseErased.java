package org.holdfast.contracts.intake;

import java.time.Instant;

/**
 * Every service destroys its key of the case, leaves a tombstone, and reports back.
 *
 * @param caseId the case, given when the contact was opened and kept
 * @param at when it happened (UTC)
 */
public record CaseErased(String caseId, Instant at) implements IntakeMessage {
    @Override
    public String key() {
        return caseId;
    }
}
