package org.holdfast.referral.domain.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One service of the directory, with everything that matching looks at.
 *
 * @param service the service as its source says, in the shape of HSDS 3.1
 * @param broader the names of all terms that are broader than its own, in lower case
 * @param flags what in it cannot be right
 */
public record Listing(Service service, List<String> broader, List<Flag> flags) {

    public Listing {
        broader = Lists.orEmpty(broader);
        flags = Lists.orEmpty(flags);
    }

    /** The id of the service. */
    public String id() {
        return service.id();
    }

    /** The same, when its source no longer names it. */
    public Listing inactive() {
        return new Listing(service.inactive(), broader, flags);
    }

    /** Where it is given, without the coordinates that cannot be right. */
    public List<GeoPoint> points() {
        return service.locations().stream()
                .filter(location -> flags.stream()
                        .noneMatch(flag -> flag.coordinates() && flag.record().equals("location/" + location.id())))
                .flatMap(location -> location.point().stream())
                .toList();
    }

    /** The names of its own terms, in lower case. */
    public List<String> terms() {
        return service.attributes().stream()
                .map(Attribute::taxonomyTerm)
                .filter(Objects::nonNull)
                .map(term -> term.name().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The languages named at the service, its locations and its phones. */
    public List<Language> languages() {
        return Stream.of(
                        service.languages().stream(),
                        service.locations().stream().flatMap(location -> location.languages().stream()),
                        service.phones().stream().flatMap(phone -> phone.languages().stream()))
                .flatMap(languages -> languages)
                .toList();
    }

    /** The schedules of the service and of its places. */
    public List<Schedule> schedules() {
        return Stream.of(
                        service.schedules().stream(),
                        service.serviceAtLocations().stream().flatMap(place -> place.schedules().stream()),
                        service.locations().stream().flatMap(location -> location.schedules().stream()))
                .flatMap(schedules -> schedules)
                .toList();
    }
}
