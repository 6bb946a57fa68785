package org.holdfast.intake.domain.outcome;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How urgent the response is, as triage last told it.
 *
 * @param code the code; one that is not known here counts as the most urgent
 * @param contactVersion the newest version of the contact that was taken into account
 * @param version the version of triage's own stream; newer ones know more
 * @param respondBy until when the response is due (UTC), if the code has a window
 * @param grounds why
 * @param at when it was assessed (UTC)
 */
public record Assessment(
        String code,
        long contactVersion,
        long version,
        @Nullable Instant respondBy,
        Grounds grounds,
        Instant at) {

    /** Whether it knows more: by triage's version, then by how much of the contact was taken into account. */
    boolean newerThan(Assessment other) {
        return version != other.version ? version > other.version : contactVersion > other.contactVersion;
    }

    /**
     * Why the code is what it is.
     *
     * @param explanations the rules that fired, most urgent first
     * @param mustAsk items that must still be asked, in order
     * @param flags what the operator must know
     * @param protocol the id of the protocol
     * @param protocolVersion its version
     */
    public record Grounds(
            List<Explained> explanations,
            List<String> mustAsk,
            List<String> flags,
            String protocol,
            String protocolVersion) {
        public Grounds {
            explanations = List.copyOf(explanations);
            mustAsk = List.copyOf(mustAsk);
            flags = List.copyOf(flags);
        }
    }

    /**
     * One rule that fired.
     *
     * @param rule its id
     * @param floor the code that it asks for
     * @param evidence the answers that made it fire
     * @param source the published source that it follows
     */
    public record Explained(String rule, String floor, List<Told> evidence, String source) {
        public Explained {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * An answer that counted.
     *
     * @param item the id of the item
     * @param value the value
     */
    public record Told(String item, String value) {}
}
