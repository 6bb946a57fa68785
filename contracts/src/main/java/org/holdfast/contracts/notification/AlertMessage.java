package org.holdfast.contracts.notification;

import java.time.Instant;

/** What every message about one alert says, so that a listener reads it in one way. */
public sealed interface AlertMessage extends NotificationMessage
        permits AlertRaised, AlertDelivered, AlertAcknowledged, AlertEngaged, AlertExhausted, AlertClosed {

    /** The alert. */
    String alertId();

    /** The contact. */
    String contactId();

    /** The case. */
    String caseId();

    /** The version of the stream that told this. */
    long version();

    /** Counts the times that this case rang, from 1. */
    int episode();

    /** When it happened (UTC). */
    Instant at();

    @Override
    default String key() {
        return caseId();
    }
}
