package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * Who runs a service (HSDS {@code organization}).
 *
 * @param id the id in its source
 * @param name the name
 * @param description what it does
 * @param email a public address
 * @param website a public page
 */
public record Organization(
        String id,
        String name,
        @Nullable String description,
        @Nullable String email,
        @Nullable String website) {}
