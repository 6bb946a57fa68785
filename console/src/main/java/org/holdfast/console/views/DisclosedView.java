package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person's details as far as consented. */
public record DisclosedView(
        @Nullable List<String> scopes,
        @Nullable String name,
        @Nullable String phone,
        @Nullable List<NoteView> notes) {

    /** A note that the consent covers. */
    public record NoteView(@Nullable Instant at, @Nullable String text) {}
}
