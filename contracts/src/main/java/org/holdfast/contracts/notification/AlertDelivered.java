package org.holdfast.contracts.notification;

import java.time.Instant;

/**
 * A provider took the page for one person.
 *
 * @param alertId the alert
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param episode counts the times that this case rang, from 1
 * @param person the id of the member of staff
 * @param channel {@code EMAIL} or {@code WEBHOOK}
 * @param step the step of the escalation policy, from 1; 0 is the safety net
 * @param at when it happened (UTC)
 */
public record AlertDelivered(
        String alertId,
        String contactId,
        String caseId,
        long version,
        int episode,
        String person,
        String channel,
        int step,
        Instant at)
        implements AlertMessage {}
