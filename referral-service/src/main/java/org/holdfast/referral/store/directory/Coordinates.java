package org.holdfast.referral.store.directory;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.referral.domain.directory.Flag;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.Location;

/**
 * Tells coordinates that cannot be right: no point on Earth, or farther from the middle of the directory than it reaches.
 *
 * @param middle the median of all points
 * @param reachKm how far the directory reaches
 */
record Coordinates(Optional<GeoPoint> middle, double reachKm) {

    static Coordinates of(Collection<Location> locations, double reachKm) {
        List<GeoPoint> points = locations.stream()
                .flatMap(location -> location.point().stream())
                .toList();
        if (points.isEmpty()) {
            return new Coordinates(Optional.empty(), reachKm);
        }
        double north = median(points.stream().map(GeoPoint::latitude).sorted().toList());
        double east = median(points.stream().map(GeoPoint::longitude).sorted().toList());
        return new Coordinates(GeoPoint.of(north, east), reachKm);
    }

    Optional<Flag> flag(Location location) {
        if (location.latitude() == null && location.longitude() == null) {
            return Optional.empty();
        }
        String record = "location/" + location.id();
        String value = location.latitude() + "," + location.longitude();
        Optional<GeoPoint> point = location.point();
        if (point.isEmpty()) {
            return Optional.of(new Flag("impossible-coordinates", record, value));
        }
        double km = middle.map(point.get()::kilometresTo).orElse(0.0);
        return km > reachKm
                ? Optional.of(
                        new Flag("far-coordinates", record, value + String.format(Locale.ROOT, " (%.0f km away)", km)))
                : Optional.empty();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
