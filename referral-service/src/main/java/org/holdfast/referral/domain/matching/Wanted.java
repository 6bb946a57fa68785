package org.holdfast.referral.domain.matching;

import java.time.Instant;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the directory; nothing in it says who asks.
 *
 * @param need the need
 * @param area the area code of the place, if known
 * @param point the place, or the middle of its area, if known
 * @param language the BCP 47 tag of the language, if known
 * @param age in years, if known
 * @param urgent whether it cannot wait for tomorrow
 * @param at when it is asked (UTC)
 */
public record Wanted(
        Need need,
        @Nullable String area,
        @Nullable GeoPoint point,
        @Nullable String language,
        @Nullable Integer age,
        boolean urgent,
        Instant at) {}
