package org.holdfast.notification.calling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.notification.domain.alert.AlertCommand.Outcome;
import org.holdfast.notification.domain.roster.Channel;

/** Knows which channels fail again and again, for health. */
public final class ChannelWatch {

    private static final int MANY = 3;

    private final Map<Channel, Integer> failures = new ConcurrentHashMap<>();

    void ended(Channel channel, Outcome outcome) {
        boolean failed = outcome != Outcome.DELIVERED;
        failures.compute(channel, (same, count) -> failed ? (count == null ? 1 : count + 1) : 0);
    }

    /** The channels whose last three tries or more failed. */
    public List<Channel> failing() {
        List<Channel> all = new ArrayList<>();
        failures.forEach((channel, count) -> {
            if (count >= MANY) {
                all.add(channel);
            }
        });
        return all;
    }
}
