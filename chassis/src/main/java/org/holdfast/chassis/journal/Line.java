package org.holdfast.chassis.journal;

import java.time.Instant;
import java.util.List;

/**
 * One entry of a history as it is kept.
 *
 * @param version the version that it made
 * @param cause the cause
 * @param facts the events
 * @param mac the code that ties it to the one before, in hexadecimal
 */
record Line(long version, Cause cause, List<Fact> facts, String mac) {
    Line {
        facts = List.copyOf(facts);
    }

    /** When it was written. */
    Instant time() {
        return cause.time();
    }

    /** An event as JSON. */
    record Fact(String data) {}
}
