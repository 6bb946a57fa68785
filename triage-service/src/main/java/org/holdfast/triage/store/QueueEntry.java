package org.holdfast.triage.store;

import java.time.Instant;
import java.util.List;
import org.holdfast.triage.domain.protocol.Code;
import org.jspecify.annotations.Nullable;

/**
 * One open contact as it stands in the work queue.
 *
 * @param contactId the contact
 * @param caseId its case
 * @param code how urgent the response is
 * @param since since when (UTC)
 * @param respondBy until when the response is due (UTC), if anything is
 * @param mustAsk items that must still be asked
 */
public record QueueEntry(
        String contactId,
        String caseId,
        Code code,
        Instant since,
        @Nullable Instant respondBy,
        List<String> mustAsk) {
    public QueueEntry {
        mustAsk = List.copyOf(mustAsk);
    }
}
