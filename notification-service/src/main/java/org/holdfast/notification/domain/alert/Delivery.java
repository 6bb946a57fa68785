package org.holdfast.notification.domain.alert;

import java.time.Instant;
import org.holdfast.notification.domain.roster.Channel;

/**
 * A provider took a page.
 *
 * @param person the id of the member of staff
 * @param channel the way
 * @param step the step that called, from 1; 0 is the safety net
 * @param at when (UTC)
 */
public record Delivery(String person, Channel channel, int step, Instant at) {

    boolean likeThat(Delivery other) {
        return person.equals(other.person) && channel == other.channel && step == other.step;
    }
}
