package org.holdfast.referral.domain.directory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place where a service is given (HSDS {@code location}).
 *
 * @param id the id in its source
 * @param locationType {@code physical}, {@code postal} or {@code virtual}
 * @param name the name
 * @param latitude degrees north, as the source says, even where that cannot be
 * @param longitude degrees east, as the source says
 * @param addresses its addresses
 * @param languages the languages spoken there
 * @param schedules when it is open
 */
public record Location(
        String id,
        @Nullable String locationType,
        @Nullable String name,
        @Nullable Double latitude,
        @Nullable Double longitude,
        List<Address> addresses,
        List<Language> languages,
        List<Schedule> schedules) {

    public Location {
        addresses = Lists.orEmpty(addresses);
        languages = Lists.orEmpty(languages);
        schedules = Lists.orEmpty(schedules);
    }

    /** Whether it is reached by telephone or screen from anywhere. */
    public boolean virtual() {
        return "virtual".equals(locationType);
    }

    /** Its point, if the source gives one that can be on Earth. */
    public Optional<GeoPoint> point() {
        return latitude == null || longitude == null ? Optional.empty() : GeoPoint.of(latitude, longitude);
    }
}
