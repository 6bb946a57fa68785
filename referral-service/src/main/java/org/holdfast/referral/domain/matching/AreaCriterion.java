package org.holdfast.referral.domain.matching;

import java.util.List;
import java.util.Locale;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.ServiceArea;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person can get there, or need not.
 *
 * @param farKm beyond this distance a place is a definite no
 */
record AreaCriterion(double farKm) implements Criterion {

    private static final String POINT = "location.latitude, location.longitude";
    private static final double[] BANDS = {2, 5, 10, 25, 50, 100};

    @Override
    public String name() {
        return "area";
    }

    @Override
    public boolean excludes() {
        return true;
    }

    @Override
    public Verdict judge(Wanted wanted, Considered considered) {
        if (considered.virtual()) {
            return Verdict.pass(name(), 0, "reached from anywhere", "location.location_type");
        }
        if (wanted.area() == null && wanted.point() == null) {
            return Verdict.unknown(name(), 0, "place not known", POINT);
        }
        if (namesArea(considered.service().serviceAreas(), wanted.area())) {
            return Verdict.pass(name(), 0, "serves " + wanted.area(), "service.service_areas");
        }
        Double km = distance(wanted, considered);
        if (km == null) {
            return sameCode(wanted, considered)
                    ? Verdict.pass(name(), 1, "in " + wanted.area(), "address.postal_code")
                    : Verdict.unknown(name(), 0, "coordinates not known", POINT);
        }
        String value = Math.round(km * 10) / 10.0 + " km";
        return km > farKm ? Verdict.fail(name(), value, POINT) : Verdict.pass(name(), band(km), value, POINT);
    }

    /** Kilometres to the nearest place, or null when either side is not known. */
    static @Nullable Double distance(Wanted wanted, Considered considered) {
        GeoPoint from = wanted.point();
        if (from == null) {
            return null;
        }
        return considered.points().stream()
                .map(from::kilometresTo)
                .min(Double::compare)
                .orElse(null);
    }

    private static int band(double km) {
        int band = 1;
        for (double limit : BANDS) {
            if (km <= limit) {
                return band;
            }
            band++;
        }
        return band;
    }

    private static boolean namesArea(List<ServiceArea> areas, @Nullable String area) {
        return area != null && areas.stream().anyMatch(served -> area.equalsIgnoreCase(served.name()));
    }

    private static boolean sameCode(Wanted wanted, Considered considered) {
        return wanted.area() != null
                && considered.codes().contains(wanted.area().toUpperCase(Locale.ROOT));
    }
}
