package org.holdfast.triage.domain.protocol;

import java.time.Instant;
import java.util.List;

/**
 * A rule fired: the code it asks for, why, and since when. Once reached it stays.
 *
 * @param rule the id of the rule
 * @param floor the code it asks for
 * @param evidence the answers that made it fire first
 * @param source the published source
 * @param protocolVersion the version of the protocol that had the rule
 * @param at when the answer that completed it was said (UTC)
 */
public record Reached(
        String rule, Code floor, List<Evidence> evidence, String source, String protocolVersion, Instant at) {
    public Reached {
        evidence = List.copyOf(evidence);
    }
}
