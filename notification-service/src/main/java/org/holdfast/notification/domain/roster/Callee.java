package org.holdfast.notification.domain.roster;

import java.util.List;

/**
 * A person to call now, with the ways that are open.
 *
 * @param person the id of the member of staff
 * @param channels never empty
 */
public record Callee(String person, List<Channel> channels) {
    public Callee {
        channels = List.copyOf(channels);
    }
}
