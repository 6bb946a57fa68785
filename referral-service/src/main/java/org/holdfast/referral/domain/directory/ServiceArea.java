package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * For which area a service is there (HSDS {@code service_area}).
 *
 * @param id the id in its source
 * @param name an area code, or the words of the source
 */
public record ServiceArea(String id, @Nullable String name) {}
