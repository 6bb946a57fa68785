package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * Where a location is (HSDS {@code address}).
 *
 * @param id the id in its source
 * @param address1 street and number
 * @param city the city
 * @param stateProvince the state
 * @param postalCode the postal code, which is also the area code of a coarse place
 * @param country two letters
 * @param addressType {@code physical}, {@code postal} or {@code virtual}
 */
public record Address(
        String id,
        @Nullable String address1,
        @Nullable String city,
        @Nullable String stateProvince,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String addressType) {}
