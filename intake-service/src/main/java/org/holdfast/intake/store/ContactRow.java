package org.holdfast.intake.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One contact in the list of contacts.
 *
 * @param contactId the contact
 * @param caseId its case
 * @param channel how the person reached the helpline
 * @param status {@code OPEN}, {@code CLOSED} or {@code ERASED}
 * @param disposition how it ended, once it did
 * @param openedAt when it was opened (UTC)
 */
public record ContactRow(
        String contactId,
        String caseId,
        String channel,
        String status,
        @Nullable String disposition,
        Instant openedAt) {

    private static final List<String> COURSE = List.of("OPEN", "CLOSED", "ERASED");

    /** The row that knows more. */
    ContactRow or(ContactRow other) {
        return COURSE.indexOf(other.status) > COURSE.indexOf(status) ? other : this;
    }

    /** Sorts by time of opening; unique. */
    public String key() {
        return String.format("%015d-%s", openedAt.toEpochMilli(), contactId);
    }
}
