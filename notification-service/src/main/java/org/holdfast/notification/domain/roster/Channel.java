package org.holdfast.notification.domain.roster;

/** A way to reach a member of staff. */
public enum Channel {
    EMAIL,
    WEBHOOK
}
