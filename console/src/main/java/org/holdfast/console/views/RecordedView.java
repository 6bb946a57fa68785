package org.holdfast.console.views;

import org.jspecify.annotations.Nullable;

/** The ids of what was recorded, the version that it made, and the one of the change before it. */
public record RecordedView(
        String contactId,
        String caseId,
        long version,
        @Nullable Long was,
        @Nullable String noteId,
        @Nullable String consentId) {}
