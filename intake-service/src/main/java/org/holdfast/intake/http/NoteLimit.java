package org.holdfast.intake.http;

import java.nio.charset.StandardCharsets;
import org.holdfast.chassis.http.Problem;
import org.springframework.http.HttpStatus;

/** How much one note holds. */
final class NoteLimit {

    /** The longest note, in bytes of UTF-8. */
    private static final int LONGEST_NOTE = 64 * 1024;

    private NoteLimit() {}

    /** The note; fails with 422 when it says nothing, and with 413 when it is too long. */
    static Asked.Note checked(Asked.Note note) {
        if (note.text().isBlank()) {
            throw Problem.invalid("note-empty", "Write at least one word.", "/text");
        }
        int bytes = note.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_NOTE) {
            throw Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "note-too-long",
                            "A note has at most " + LONGEST_NOTE + " bytes of UTF-8, and this one has " + bytes
                                    + ": write it in parts.")
                    .at("/text")
                    .with("limit", LONGEST_NOTE);
        }
        return note;
    }
}
