package org.holdfast.referral.store.directory;

import org.holdfast.referral.domain.directory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks for in the directory.
 *
 * @param words every one of them must stand in the service
 * @param near only services within {@code withinKm} of this point, nearest first
 * @param withinKm kilometres, above 0
 * @param language only services that name this language
 * @param limit at most so many, at least 1
 */
public record DirectorySearch(
        String words,
        @Nullable GeoPoint near,
        double withinKm,
        @Nullable String language,
        int limit) {}
