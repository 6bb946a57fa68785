package org.holdfast.referral.domain.matching;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.referral.domain.directory.Address;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.Language;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Location;
import org.holdfast.referral.domain.directory.Service;

/**
 * A service as matching looks at it: whatever does not depend on who asks is worked out once, when the directory is read.
 *
 * @param listing the service as the directory says
 * @param name its name, in lower case
 * @param description what it says of itself, in lower case, empty when it says nothing
 * @param terms the names of its own terms, in lower case
 * @param languages the languages named at the service, its places and its phones
 * @param points where it is given, without the coordinates that cannot be right
 * @param codes the postal codes of its places, in upper case
 * @param virtual whether one of its places is reached from anywhere
 * @param schedules how many schedules it states
 * @param weekly those of them that could be read
 * @param roundTheClock the words by which its prose says that it never closes
 * @param eligibility for whom it is, shortened for a person to read
 */
public record Considered(
        Listing listing,
        String name,
        String description,
        List<String> terms,
        List<Language> languages,
        List<GeoPoint> points,
        Set<String> codes,
        boolean virtual,
        int schedules,
        List<Weekly> weekly,
        Optional<String> roundTheClock,
        Optional<String> eligibility) {

    /** Looks at one service. */
    public static Considered of(Listing listing) {
        Service service = listing.service();
        String name = Words.prose(service.name());
        String description = Words.prose(service.description());
        List<Location> places = service.locations();
        return new Considered(
                listing,
                name,
                description,
                listing.terms(),
                listing.languages(),
                listing.points(),
                places.stream()
                        .flatMap(place -> place.addresses().stream())
                        .map(Address::postalCode)
                        .filter(Objects::nonNull)
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                places.stream().anyMatch(Location::virtual),
                listing.schedules().size(),
                listing.schedules().stream()
                        .map(Weekly::of)
                        .flatMap(Optional::stream)
                        .toList(),
                HoursCriterion.roundTheClock(name + " " + description),
                EligibilityCriterion.shortened(service.eligibilityDescription()));
    }

    /** Looks at each of them. */
    public static List<Considered> all(Collection<Listing> listings) {
        return listings.stream().map(Considered::of).toList();
    }

    /** The service itself. */
    Service service() {
        return listing.service();
    }
}
