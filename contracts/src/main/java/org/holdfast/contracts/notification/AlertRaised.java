package org.holdfast.contracts.notification;

import java.time.Instant;

/**
 * An alert rings, or rings more urgently than before.
 *
 * @param alertId the alert
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param episode counts the times that this case rang, from 1
 * @param code the code that it rings for
 * @param factId the fact that raised it
 * @param at when it happened (UTC)
 */
public record AlertRaised(
        String alertId,
        String contactId,
        String caseId,
        long version,
        int episode,
        String code,
        String factId,
        Instant at)
        implements AlertMessage {}
