package org.holdfast.intake.domain.outcome;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to the alert of a contact.
 *
 * @param alertId the alert
 * @param episode counts the times that the case rang, from 1
 * @param version the version of notification's own stream
 * @param kind what happened
 * @param who the person or the code, as far as the kind has them
 * @param at when (UTC)
 */
public record AlertNotice(String alertId, int episode, long version, Kind kind, Who who, Instant at) {

    /** What can happen to an alert. */
    public enum Kind {
        RAISED,
        DELIVERED,
        ACKNOWLEDGED,
        ENGAGED,
        EXHAUSTED,
        CLOSED
    }

    /**
     * The details of a notice.
     *
     * @param person the id of the member of staff
     * @param channel by which way a page was delivered
     * @param step the step of the escalation policy; 0 is the safety net
     * @param code the code that it rings for, or why it was closed
     * @param factId the fact that raised it
     */
    public record Who(
            @Nullable String person,
            @Nullable String channel,
            @Nullable Integer step,
            @Nullable String code,
            @Nullable String factId) {}
}
