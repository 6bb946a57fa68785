package org.holdfast.contracts.triage;

import java.time.Instant;

/**
 * This service destroyed its key of an erased case.
 *
 * @param caseId the case, given when the contact was opened and kept
 * @param at when it happened (UTC)
 */
public record TriageKeyDestroyed(String caseId, Instant at) implements TriageMessage {
    @Override
    public String key() {
        return caseId;
    }
}
