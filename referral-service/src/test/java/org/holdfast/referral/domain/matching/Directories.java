package org.holdfast.referral.domain.matching;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdfast.referral.domain.directory.Address;
import org.holdfast.referral.domain.directory.Attribute;
import org.holdfast.referral.domain.directory.Capacity;
import org.holdfast.referral.domain.directory.Flag;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.Language;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Location;
import org.holdfast.referral.domain.directory.Schedule;
import org.holdfast.referral.domain.directory.Service;
import org.holdfast.referral.domain.directory.ServiceAtLocation;
import org.holdfast.referral.domain.directory.TaxonomyTerm;

/** Small directories made by hand or by chance. */
final class Directories {

    static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final GeoPoint CITY = new GeoPoint(39.29, -76.61);
    static final Need CRISIS =
            new Need("crisis", List.of("Psychiatric Emergency Services"), List.of("Help Hotlines"), List.of("crisis"));

    private Directories() {}

    static Matching matching() {
        return new Matching(100, Duration.ofHours(24), ZoneId.of("America/New_York"));
    }

    static Wanted crisisInEnglish() {
        return new Wanted(CRISIS, null, CITY, "en", null, false, MONDAY_NOON);
    }

    /** A service whose fields are chosen one by one; what is not chosen is not stated. */
    static final class Made {
        private final String id;
        private String status;
        private String description;
        private String eligibility;
        private Integer least;
        private Integer most;
        private String interpretation;
        private LocalDate assured;
        private Double latitude;
        private Double longitude;
        private final List<Language> languages = new ArrayList<>();
        private final List<Schedule> schedules = new ArrayList<>();
        private final List<Capacity> capacities = new ArrayList<>();
        private final List<Attribute> attributes = new ArrayList<>();
        private final List<Flag> flags = new ArrayList<>();

        Made(String id) {
            this.id = id;
        }

        static Made aCrisisTeam(String id) {
            return new Made(id).status("active").term("Psychiatric Emergency Services");
        }

        Made status(String value) {
            status = value;
            return this;
        }

        Made description(String value) {
            description = value;
            return this;
        }

        Made eligibility(String value) {
            eligibility = value;
            return this;
        }

        Made ages(Integer from, Integer to) {
            least = from;
            most = to;
            return this;
        }

        Made interpretation(String value) {
            interpretation = value;
            return this;
        }

        Made assured(String day) {
            assured = LocalDate.parse(day);
            return this;
        }

        Made at(double north, double east) {
            latitude = north;
            longitude = east;
            return this;
        }

        Made language(String code) {
            languages.add(new Language(id + code, code, code, null));
            return this;
        }

        Made open(String byday, String opens, String closes) {
            schedules.add(new Schedule(id, null, null, "WEEKLY", byday, opens, closes));
            return this;
        }

        Made capacity(int available, Instant updated) {
            capacities.add(new Capacity(id, available, null, updated, null));
            return this;
        }

        Made term(String name) {
            attributes.add(new Attribute(id, new TaxonomyTerm(name, null, name, null, null)));
            return this;
        }

        Made farCoordinates() {
            flags.add(new Flag("far-coordinates", "location/" + id, null));
            return this;
        }

        Listing listing() {
            Location place = new Location(
                    id,
                    "physical",
                    null,
                    latitude,
                    longitude,
                    List.of(new Address(id, null, null, null, "21201", "US", "physical")),
                    List.of(),
                    List.of());
            Service service = new Service(
                    id,
                    "Service " + id,
                    status,
                    description,
                    eligibility,
                    least,
                    most,
                    interpretation,
                    null,
                    null,
                    assured,
                    null,
                    List.of(),
                    languages,
                    schedules,
                    List.of(),
                    List.of(new ServiceAtLocation(id, place, List.of())),
                    capacities,
                    attributes);
            return new Listing(service, List.of(), flags);
        }
    }

    static List<Listing> drawn(Random random, int size) {
        List<Listing> listings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Made made = new Made("s" + i);
            made.status(pick(random, "active", "active", "active", "inactive", "defunct", "odd", null));
            made.description(pick(random, "Walk-in crisis team, 24 hours.", "Offers clothing.", "", null));
            made.eligibility(pick(random, "Anyone 18 and older", null, ""));
            made.ages(
                    random.nextBoolean() ? null : random.nextInt(30),
                    random.nextBoolean() ? null : 30 + random.nextInt(60));
            made.interpretation(pick(random, "Language Line", "Accommodations possible.", null, null));
            if (random.nextBoolean()) {
                made.at(39.29 + random.nextGaussian(), -76.61 + random.nextGaussian());
            }
            if (random.nextInt(10) == 0) {
                made.farCoordinates();
            }
            if (random.nextBoolean()) {
                made.term(pick(random, "Psychiatric Emergency Services", "Help Hotlines", "Clothing"));
            }
            if (random.nextBoolean()) {
                made.language(pick(random, "en", "es", "ru"));
            }
            if (random.nextInt(3) == 0) {
                made.open(
                        "MO,TU,WE,TH,FR,SA,SU",
                        pick(random, "00:00", "09:00", "22:00"),
                        pick(random, "24:00", "17:00", "06:00"));
            }
            if (random.nextInt(3) == 0) {
                made.capacity(random.nextInt(3), MONDAY_NOON.minus(Duration.ofHours(random.nextInt(60))));
            }
            if (random.nextInt(3) == 0) {
                made.assured(pick(random, "2026-06-01", "2019-06-01"));
            }
            listings.add(made.listing());
        }
        return listings;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }
}
