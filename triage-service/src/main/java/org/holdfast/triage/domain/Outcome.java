package org.holdfast.triage.domain;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Reached;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment comes to.
 *
 * @param code how urgent the response is
 * @param due since when and until when
 * @param explanations the rules that fired, most urgent first, then why nothing else is known
 * @param mustAsk items that must still be asked, in order
 * @param flags what the operator must know
 * @param protocol the protocol that was read, as {@code id version}
 */
public record Outcome(
        Code code,
        Due due,
        List<Reached> explanations,
        List<String> mustAsk,
        SortedSet<String> flags,
        ProtocolName protocol) {

    /**
     * Since when a code stands and until when the response is due.
     *
     * @param since when the answer that led to the code was said, or when the contact was opened (UTC)
     * @param respondBy until when the response is due (UTC), if the code has a window
     */
    public record Due(Instant since, @Nullable Instant respondBy) {}

    /**
     * Which protocol was read.
     *
     * @param id its id
     * @param version its version
     */
    public record ProtocolName(String id, String version) {}

    public Outcome {
        explanations = List.copyOf(explanations);
        mustAsk = List.copyOf(mustAsk);
        flags = new TreeSet<>(flags);
    }
}
