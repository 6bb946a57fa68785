package org.holdfast.contracts.notification;

import java.time.Instant;

/**
 * Nobody of the policy answered: the safety net is paged until a person acknowledges.
 *
 * @param alertId the alert
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param episode counts the times that this case rang, from 1
 * @param at when it happened (UTC)
 */
public record AlertExhausted(String alertId, String contactId, String caseId, long version, int episode, Instant at)
        implements AlertMessage {}
