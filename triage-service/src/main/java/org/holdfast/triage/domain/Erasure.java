package org.holdfast.triage.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether this service destroyed its key of a case.
 *
 * @param caseId the case
 * @param at when (UTC), null until it did
 */
public record Erasure(String caseId, @Nullable Instant at) {

    /**
     * Note that the key is destroyed.
     *
     * @param caseId the case
     * @param now the present (UTC)
     */
    public record NoteKeyDestroyed(String caseId, Instant now) {}

    /**
     * The key is destroyed.
     *
     * @param caseId the case
     * @param at when (UTC)
     */
    public record KeyDestroyed(String caseId, Instant at) {}
}
