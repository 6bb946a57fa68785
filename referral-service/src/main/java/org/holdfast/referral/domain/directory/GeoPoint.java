package org.holdfast.referral.domain.directory;

import java.util.Optional;

/**
 * A point on Earth.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_KM = 6371.0088;

    /** The point, if it can be one: numbers in range, and not the 0,0 that stands for "nobody knew". */
    public static Optional<GeoPoint> of(double latitude, double longitude) {
        boolean possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        return possible && !(latitude == 0 && longitude == 0)
                ? Optional.of(new GeoPoint(latitude, longitude))
                : Optional.empty();
    }

    /** The distance along the surface in kilometres (haversine on a sphere, at most 0.6 % off). */
    public double kilometresTo(GeoPoint other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
