package org.holdfast.referral.store.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.holdfast.chassis.testkit.Seeds;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.matching.Candidate;
import org.holdfast.referral.domain.matching.Considered;
import org.holdfast.referral.domain.matching.Matched;
import org.holdfast.referral.domain.matching.Matching;
import org.holdfast.referral.domain.matching.Wanted;
import org.holdfast.referral.store.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final GeoPoint CITY = new GeoPoint(39.29, -76.61);
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private final Matching matching = new Matching(100, Duration.ofHours(24), ZoneId.of("America/New_York"));
    private final Searching searching = new Searching(Duration.ofSeconds(20));
    private final Directory directory = new Directory(searching, matching);
    private final Needs needs = Needs.shipped();

    @AfterEach
    void close() throws Exception {
        directory.close();
        searching.close();
    }

    private Wanted wanted(String need, boolean urgent) {
        return new Wanted(needs.of(need).orElseThrow(), null, CITY, "en", null, urgent, NOON);
    }

    private List<Listing> baltimore() {
        List<Listing> listings = DirectorySource.of(RealDirectories.baltimore().toString())
                .read(250)
                .listings();
        directory.renew(listings);
        return listings;
    }

    @Test
    void findsInTheRealDirectoryWhatLookingAtEveryServiceFinds() {
        List<Listing> listings = baltimore();

        for (String code : needs.codes()) {
            Matched throughIndex = directory.match(wanted(code, false)).block();
            Matched throughAll = matching.match(wanted(code, false), Considered.all(listings));
            assertThat(Objects.requireNonNull(throughIndex).candidates())
                    .as(code)
                    .isEqualTo(throughAll.candidates())
                    .isNotEmpty();
        }
    }

    @Test
    void ordersTheRealDirectoryTheSameWhateverItsOrder() {
        List<Listing> listings = new ArrayList<>(baltimore());
        Random random = Seeds.random(getClass());
        List<Candidate> before =
                matching.match(wanted("crisis", true), Considered.all(listings)).candidates();

        Collections.shuffle(listings, random);

        assertThat(matching.match(wanted("crisis", true), Considered.all(listings))
                        .candidates())
                .isEqualTo(before);
    }

    @Test
    void proposesTheDemonstrationPartnersOnTopInTheRealDirectory() {
        baltimore();
        Partners partners = Partners.of(null, "baltimore");

        for (boolean urgent : List.of(true, false)) {
            assertThat(topPartner(partners, "crisis", urgent)).contains("harbor-crisis-response");
            assertThat(topPartner(partners, "mental-health", urgent)).contains("harbor-crisis-response");
            assertThat(topPartner(partners, "shelter", urgent)).contains("city-shelter-network");
        }
    }

    @Test
    void knowsTheMiddleOfAnAreaOfTheRealDirectory() {
        baltimore();

        assertThat(directory.middle("21201").orElseThrow().kilometresTo(CITY)).isLessThan(3);
        assertThat(directory.middle("99999")).isEmpty();
    }

    @Test
    void searchesTheRealDirectoryByWordsPlaceAndLanguage() {
        baltimore();

        List<Listing> found = directory
                .search(new DirectorySearch("crisis response", CITY, 30, "en", 5))
                .block();

        assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(found).extracting(Listing::id).contains("139947");
        List<Double> distances = Objects.requireNonNull(found).stream()
                .map(listing -> listing.points().getFirst().kilometresTo(CITY))
                .toList();
        assertThat(distances).isSorted();
        assertThat(directory.search(new DirectorySearch("", null, 1, "ko", 50)).block())
                .isNotEmpty()
                .allMatch(listing -> listing.languages().stream().anyMatch(l -> "ko".equals(l.code())));
    }

    @Test
    void shipsASmallDirectoryThatSaysItIsFictional() {
        Imported shipped = DirectorySource.of("").read(250);
        directory.renew(shipped.listings());

        assertThat(shipped.listings()).hasSizeBetween(15, 25).allSatisfy(listing -> {
            assertThat(listing.service().name()).contains("(fictional)");
            assertThat(listing.service().description()).contains("FICTIONAL");
        });
        assertThat(shipped.flags()).isEmpty();
        Partners partners = Partners.of("", DirectorySource.FICTIONAL);
        assertThat(topPartner(partners, "crisis", true)).contains("harbor-crisis-response");
        assertThat(topPartner(partners, "mental-health", false)).contains("harbor-crisis-response");
        assertThat(topPartner(partners, "shelter", true)).contains("city-shelter-network");
        assertThat(Objects.requireNonNull(
                                directory.match(wanted("financial-help", false)).block())
                        .candidates())
                .as("an unmet need can be shown")
                .isEmpty();
    }

    private Optional<String> topPartner(Partners partners, String need, boolean urgent) {
        List<Candidate> candidates = Objects.requireNonNull(
                        directory.match(wanted(need, urgent)).block())
                .candidates();
        return candidates.stream()
                .limit(3)
                .map(candidate -> partners.ofOrganization(candidate.organizationId()))
                .flatMap(Optional::stream)
                .map(partner -> partner.id())
                .findFirst();
    }
}
