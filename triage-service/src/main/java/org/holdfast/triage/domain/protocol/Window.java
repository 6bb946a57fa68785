package org.holdfast.triage.domain.protocol;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How soon the response to a code is due.
 *
 * @param length the time from reaching the code, none where nothing is due
 */
public record Window(@Nullable Duration length) {

    /** Until when the response is due (UTC), if anything is. */
    public @Nullable Instant from(Instant reached) {
        return length == null ? null : reached.plus(length);
    }
}
