package org.holdfast.console.views;

import org.jspecify.annotations.Nullable;

/** The ids of what was recorded. */
public record RecordedView(
        String contactId,
        String caseId,
        long version,
        @Nullable String noteId,
        @Nullable String consentId) {}
