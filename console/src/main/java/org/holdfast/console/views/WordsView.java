package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names, numbers and notes; reading them is audited by intake. */
public record WordsView(PersonView caller, PersonView personAtRisk, List<NoteView> notes) {

    /** A name and a number. */
    public record PersonView(
            @Nullable String name, @Nullable String number) {}

    /** A note. */
    public record NoteView(String noteId, Instant at, String text) {}
}
