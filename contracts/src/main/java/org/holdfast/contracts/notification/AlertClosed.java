package org.holdfast.contracts.notification;

import java.time.Instant;

/**
 * A person closed the alert.
 *
 * @param alertId the alert
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param episode counts the times that this case rang, from 1
 * @param person the id of the member of staff
 * @param reason a code, such as {@code HANDED_OVER}
 * @param at when it happened (UTC)
 */
public record AlertClosed(
        String alertId,
        String contactId,
        String caseId,
        long version,
        int episode,
        String person,
        String reason,
        Instant at)
        implements AlertMessage {}
