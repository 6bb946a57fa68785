package org.holdfast.console.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names, numbers and notes; reading them is audited by intake. */
public record WordsView(
        PersonView caller, PersonView personAtRisk, List<NoteView> notes, List<UnrecognisedView> unrecognised) {

    /** A name and a number. */
    public record PersonView(
            @Nullable String name, @Nullable String number) {}

    /** A note. */
    public record NoteView(String noteId, Instant at, String text) {}

    /** An answer to an item that no protocol knows, in the words in which it came. */
    public record UnrecognisedView(Instant at, String item, String value) {}
}
