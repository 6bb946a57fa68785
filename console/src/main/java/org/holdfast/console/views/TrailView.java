package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that happened to a case. */
public record TrailView(String caseId, List<EntryView> entries) {

    /** One thing that happened. */
    public record EntryView(
            Instant at,
            String service,
            String what,
            String subject,
            long version,
            @Nullable String actor,
            Map<String, String> facts) {}
}
