package org.holdfast.referral.domain.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much is free (HSDS 3.1 {@code service_capacity}).
 *
 * @param id the id in its source
 * @param available how many units were free when it was said
 * @param maximum how many there are
 * @param updated when it was said (UTC)
 * @param description what the unit is
 */
public record Capacity(
        String id,
        int available,
        @Nullable Integer maximum,
        @Nullable Instant updated,
        @Nullable String description) {}
