package org.holdfast.referral.domain.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service at one location (HSDS {@code service_at_location}).
 *
 * @param id the id in its source
 * @param location the location
 * @param schedules when the service is open there
 */
public record ServiceAtLocation(String id, @Nullable Location location, List<Schedule> schedules) {

    public ServiceAtLocation {
        schedules = Lists.orEmpty(schedules);
    }
}
