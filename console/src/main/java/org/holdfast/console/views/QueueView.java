package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who waits, the most urgent first. */
public record QueueView(List<WaitingView> items, @Nullable String next) {

    /** An open contact. */
    public record WaitingView(
            String contactId,
            String caseId,
            String code,
            Instant since,
            @Nullable Instant respondBy,
            @Nullable List<String> mustAsk) {}
}
