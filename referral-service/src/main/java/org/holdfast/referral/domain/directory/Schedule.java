package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * When a service is open (HSDS {@code schedule}); only weekly schedules are read, any other is unknown.
 *
 * @param id the id in its source
 * @param validFrom the first day, ISO
 * @param validTo the last day, ISO
 * @param freq {@code WEEKLY} or {@code MONTHLY}
 * @param byday weekdays as in {@code MO,TU}
 * @param opensAt local time, {@code 09:00}
 * @param closesAt local time; before {@code opensAt} it is on the next day, {@code 24:00} is midnight
 */
public record Schedule(
        String id,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String freq,
        @Nullable String byday,
        @Nullable String opensAt,
        @Nullable String closesAt) {}
