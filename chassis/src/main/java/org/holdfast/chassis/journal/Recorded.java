package org.holdfast.chassis.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a stream's history: what was decided, when, by whom and because of what.
 *
 * @param version the version that it made
 * @param causedBy the cause's id
 * @param bodyHash the cause's hash
 * @param actor who caused it
 * @param time when (UTC)
 * @param trace the trace context, if there was one
 * @param events what happened
 */
public record Recorded<E>(
        long version,
        String causedBy,
        String bodyHash,
        String actor,
        Instant time,
        @Nullable String trace,
        List<E> events) {
    public Recorded {
        events = List.copyOf(events);
    }
}
