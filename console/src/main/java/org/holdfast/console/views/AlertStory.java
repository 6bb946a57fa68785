package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert with everything that happened to it, oldest first. */
public record AlertStory(AlertRows.AlertView alert, List<HappenedView> history) {

    /** One thing that happened. */
    public record HappenedView(
            Instant at,
            String what,
            @Nullable String person,
            @Nullable Integer step,
            @Nullable String reason,
            @Nullable List<String> called) {}
}
