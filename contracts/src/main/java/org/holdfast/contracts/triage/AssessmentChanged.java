package org.holdfast.contracts.triage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How urgent the response to a contact is, with the reasons.
 *
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param contactVersion the newest version of the contact that was taken into account
 * @param version the version of the stream that told this; newer versions know more
 * @param code {@code A}, {@code B}, {@code C}, {@code UNTRIAGED}, {@code D}, {@code E}, {@code F}, {@code G}, or {@code OPERATOR_CHOICE} where no rule fired and every suicide question was answered with no; a reader treats any other as {@code A}
 * @param respondBy until when the response is due (UTC), if the code has a window
 * @param explanations the rules that fired, most urgent first
 * @param mustAsk items that must still be asked, in order
 * @param flags what the operator must know, such as {@code DISCREPANCY} or {@code UNRECOGNISED_ITEM}
 * @param protocol the id of the protocol
 * @param protocolVersion its version
 * @param at when it happened (UTC)
 */
public record AssessmentChanged(
        String contactId,
        String caseId,
        long contactVersion,
        long version,
        String code,
        @Nullable Instant respondBy,
        List<Explanation> explanations,
        List<String> mustAsk,
        List<String> flags,
        String protocol,
        String protocolVersion,
        Instant at)
        implements TriageMessage {
    public AssessmentChanged {
        explanations = List.copyOf(explanations);
        mustAsk = List.copyOf(mustAsk);
        flags = List.copyOf(flags);
    }

    @Override
    public String key() {
        return caseId;
    }
}
