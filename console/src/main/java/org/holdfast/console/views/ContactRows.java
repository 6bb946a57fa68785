package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of contacts. */
public record ContactRows(List<Row> items, @Nullable String next) {

    /** One contact. */
    public record Row(
            String contactId,
            String caseId,
            String channel,
            String status,
            @Nullable String disposition,
            Instant openedAt) {}
}
