package org.holdfast.contracts.intake;

import org.jspecify.annotations.Nullable;

/**
 * A coarse place: an area code, or coordinates rounded to two decimals (about a kilometre).
 *
 * @param area a postal or administrative code
 * @param latitude degrees north, -90 to 90, two decimals
 * @param longitude degrees east, -180 to 180, two decimals
 */
public record Place(
        @Nullable String area,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
