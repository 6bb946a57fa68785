package org.holdfast.intake.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.holdfast.chassis.decide.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A coarse place: an area code, or coordinates rounded to two decimals (about a kilometre); never an address.
 *
 * @param area a postal or administrative code, such as {@code 21201} or {@code SW1A 1AA}; it has a digit
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Place(
        @Nullable String area,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    private static final int LONGEST_AREA = 12;
    private static final Pattern AREA =
            Pattern.compile("([A-Z]{1,3}[ -]){0,2}(?=[A-Z]*\\d)[A-Z0-9]+([ -]([A-Z]{2}|(?=[A-Z]*\\d)[A-Z0-9]+))?");
    private static final Pattern NAME_OR_NUMBER = Pattern.compile("[A-Z]{4}|\\d{7}|(\\d[^\\d]*){10}");

    /** Rounded at once, so that the exact spot is never kept. */
    public Place {
        latitude = coarse(latitude);
        longitude = coarse(longitude);
    }

    Optional<Refusal> wrong() {
        if (area == null && latitude == null && longitude == null) {
            return invalid("Give an area code, or latitude and longitude.", "/place");
        }
        if (area != null
                && (area.length() < 2
                        || area.length() > LONGEST_AREA
                        || !AREA.matcher(area).matches()
                        || NAME_OR_NUMBER.matcher(area).find())) {
            return invalid(
                    "An area is a postal or administrative code of 2 to 12 capitals, digits, spaces and hyphens, with a digit.",
                    "/place/area");
        }
        if ((latitude == null) != (longitude == null)) {
            return invalid(
                    "Latitude and longitude come together.", latitude == null ? "/place/latitude" : "/place/longitude");
        }
        if (latitude != null && !(Math.abs(latitude) <= 90)) {
            return invalid("A latitude lies between -90 and 90.", "/place/latitude");
        }
        if (longitude != null && !(Math.abs(longitude) <= 180)) {
            return invalid("A longitude lies between -180 and 180.", "/place/longitude");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> invalid(String detail, String pointer) {
        return Optional.of(Refusal.invalid("place-invalid", detail, pointer));
    }

    private static @Nullable Double coarse(@Nullable Double degrees) {
        if (degrees == null || degrees.isNaN() || degrees.isInfinite() || Math.abs(degrees) > 1000) {
            return degrees;
        }
        return Math.round(degrees * 100) / 100.0;
    }
}
