package org.holdfast.contracts.notification;

import java.time.Instant;

/**
 * This service destroyed its key of an erased case.
 *
 * @param caseId the case, given when the contact was opened and kept
 * @param at when it happened (UTC)
 */
public record NotificationKeyDestroyed(String caseId, Instant at) implements NotificationMessage {
    @Override
    public String key() {
        return caseId;
    }
}
