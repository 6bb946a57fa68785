package org.holdfast.intake.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case, wherever it happened; ids and codes only.
 *
 * @param at when (UTC), by the clock of the service where it happened
 * @param service where
 * @param what what, such as {@code AlertRaised}
 * @param subject the id of the stream that it happened to
 * @param version the version of that stream
 * @param trace the trace context, if there was one
 * @param facts ids and codes that belong to it
 */
public record TrailEntry(
        Instant at,
        String service,
        String what,
        String subject,
        long version,
        @Nullable String trace,
        Map<String, String> facts) {

    public TrailEntry {
        facts = Map.copyOf(facts);
    }

    /** The same whenever the same is told again; without a dot. */
    String key() {
        String said = String.join(
                "|", at.toString(), service, what, subject, Long.toString(version), new TreeMap<>(facts).toString());
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
