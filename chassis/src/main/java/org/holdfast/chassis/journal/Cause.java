package org.holdfast.chassis.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was given; the same cause never has two effects.
 *
 * @param id unique for this request, message or timer; a repeat carries the same id
 * @param bodyHash a hash of what was sent, so that a key used again for something else shows; empty where nothing can differ
 * @param actor who caused it: the id of a person or client, {@code message} or {@code timer}; never a name
 * @param time when it was caused (UTC), by the service's own clock
 * @param trace the W3C trace context, if there is one
 * @param remembered whether even a decision without events is kept, so that a repeat is answered the same
 */
public record Cause(
        String id,
        String bodyHash,
        String actor,
        Instant time,
        @Nullable String trace,
        boolean remembered) {

    /** The same cause; where it brought no trace, such as a timer, it goes on with the one of the entry before. */
    Cause goingOnWith(@Nullable String before) {
        return trace != null || before == null ? this : new Cause(id, bodyHash, actor, time, before, remembered);
    }

    /** A timer of the stream fired; {@code due} tells this firing from the next one of the same name. */
    public static Cause deadline(String stream, String timer, Instant due, Instant now) {
        String id = "deadline/" + stream + "/" + timer + "/" + due.toEpochMilli();
        return new Cause(id, "", "timer", now, null, false);
    }

    /** A message of another service was heard. */
    public static Cause message(String messageId, Instant now, @Nullable String trace) {
        return new Cause("message/" + messageId, "", "message", now, trace, false);
    }

    /** The service itself wanted it, for example at start. */
    public static Cause own(String id, Instant now) {
        return new Cause("own/" + id, "", "service", now, null, false);
    }
}
