package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of open alerts. */
public record AlertRows(List<AlertView> items, @Nullable String next) {

    /** One alert. */
    public record AlertView(
            String alertId,
            long version,
            String state,
            String code,
            String caseId,
            @Nullable List<String> contacts,
            @Nullable Instant raisedAt,
            @Nullable Integer step,
            @Nullable String reason,
            @Nullable List<String> called,
            @Nullable Instant due,
            @Nullable String holder,
            @Nullable String closeReason) {}
}
