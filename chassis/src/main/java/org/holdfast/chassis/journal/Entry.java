package org.holdfast.chassis.journal;

import java.time.Instant;

/**
 * A stream as it stands.
 *
 * @param stream the name, such as {@code contact/01j...}
 * @param version counts the entries of its history, from 1
 * @param state what is known
 * @param time when the newest entry was written (UTC)
 */
public record Entry<S>(String stream, long version, S state, Instant time) {

    /** The part of the stream's name after its kind. */
    public String id() {
        return stream.substring(stream.indexOf('/') + 1);
    }
}
