package org.holdfast.intake.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the vault holds of a contact.
 *
 * @param contactId the contact
 * @param caller who called, as far as it was told
 * @param personAtRisk who is at risk, as far as it was told
 * @param notes the notes, oldest first
 * @param unrecognised answers to items that no protocol knows
 */
record WordsView(
        String contactId,
        PersonView caller,
        PersonView personAtRisk,
        List<NoteView> notes,
        List<UnrecognisedView> unrecognised) {

    /** Who somebody is. */
    record PersonView(@Nullable String name, @Nullable String number) {}

    /** One note. */
    record NoteView(String noteId, Instant at, String text) {}

    /** One answer to an item that no protocol knows. */
    record UnrecognisedView(String ref, Instant at, String item, String value) {}
}
