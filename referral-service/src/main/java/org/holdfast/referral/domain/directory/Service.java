package org.holdfast.referral.domain.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is offered (HSDS {@code service}).
 *
 * @param id the id in its source
 * @param name the name
 * @param status {@code active}, {@code inactive}, {@code defunct} or {@code temporarily closed}
 * @param description what it is
 * @param eligibilityDescription for whom, in prose
 * @param minimumAge in years, inclusive
 * @param maximumAge in years, inclusive
 * @param interpretationServices what is said about interpreters
 * @param applicationProcess how to get in
 * @param feesDescription what it costs
 * @param assuredDate when its data were last confirmed
 * @param organization who offers it
 * @param phones its numbers
 * @param languages the languages it is given in
 * @param schedules when it is open
 * @param serviceAreas for which areas it is there
 * @param serviceAtLocations where it is given
 * @param capacities how much is free
 * @param attributes its classification
 */
public record Service(
        String id,
        String name,
        @Nullable String status,
        @Nullable String description,
        @Nullable String eligibilityDescription,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        @Nullable String interpretationServices,
        @Nullable String applicationProcess,
        @Nullable String feesDescription,
        @Nullable LocalDate assuredDate,
        @Nullable Organization organization,
        List<Phone> phones,
        List<Language> languages,
        List<Schedule> schedules,
        List<ServiceArea> serviceAreas,
        List<ServiceAtLocation> serviceAtLocations,
        List<Capacity> capacities,
        List<Attribute> attributes) {

    public Service {
        phones = Lists.orEmpty(phones);
        languages = Lists.orEmpty(languages);
        schedules = Lists.orEmpty(schedules);
        serviceAreas = Lists.orEmpty(serviceAreas);
        serviceAtLocations = Lists.orEmpty(serviceAtLocations);
        capacities = Lists.orEmpty(capacities);
        attributes = Lists.orEmpty(attributes);
    }

    /** The locations, in the order of the source. */
    public List<Location> locations() {
        return serviceAtLocations.stream()
                .map(ServiceAtLocation::location)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same, but no longer offered. */
    Service inactive() {
        return new Service(
                id,
                name,
                "inactive",
                description,
                eligibilityDescription,
                minimumAge,
                maximumAge,
                interpretationServices,
                applicationProcess,
                feesDescription,
                assuredDate,
                organization,
                phones,
                languages,
                schedules,
                serviceAreas,
                serviceAtLocations,
                capacities,
                attributes);
    }
}
