package org.holdfast.chassis.stream;

import java.time.Instant;
import org.holdfast.chassis.journal.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A message of another service, as it was heard.
 *
 * @param id unique with {@code source}
 * @param type the CloudEvents type
 * @param source the service that told it
 * @param trace the trace context, if there was one
 * @param retold whether it was told again on demand: who finds nothing new in it retells what followed from it
 * @param time when it was told (UTC)
 * @param message the record
 */
public record Heard<M>(
        String id, String type, String source, @Nullable String trace, boolean retold, Instant time, M message) {

    /** The same message under this trace. */
    Heard<M> within(@Nullable String trace) {
        return new Heard<>(id, type, source, trace, retold, time, message);
    }

    /** The cause of the command that follows from it; the same each time that this message is heard. */
    public Cause cause(Instant now) {
        return Cause.message(source + "/" + id, now, trace);
    }
}
