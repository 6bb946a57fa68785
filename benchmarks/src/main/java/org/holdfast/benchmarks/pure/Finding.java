package org.holdfast.benchmarks.pure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.holdfast.referral.domain.directory.Attribute;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.Language;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Location;
import org.holdfast.referral.domain.directory.Service;
import org.holdfast.referral.domain.directory.ServiceAtLocation;
import org.holdfast.referral.domain.directory.TaxonomyTerm;
import org.holdfast.referral.domain.matching.Considered;
import org.holdfast.referral.domain.matching.Matched;
import org.holdfast.referral.domain.matching.Matching;
import org.holdfast.referral.domain.matching.Need;
import org.holdfast.referral.domain.matching.Wanted;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One need held against a made-up city of 2,000 services. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Finding {

    private static final int SERVICES = 2_000;
    private static final List<String> TERMS = List.of("Shelter", "Food", "Counselling", "Crisis", "Clothing");
    private static final double NORTH = 39.29;
    private static final double EAST = -76.61;

    private final Matching matching = new Matching(100, Duration.ofHours(24), ZoneId.of("America/New_York"));
    private final List<Considered> city = Considered.all(city());
    private final Wanted wanted = new Wanted(
            new Need("crisis", List.of("Crisis"), List.of("Counselling"), List.of()),
            null,
            GeoPoint.of(NORTH, EAST).orElseThrow(),
            "en",
            null,
            true,
            Instant.parse("2026-11-23T17:00:00Z"));

    /** All of them judged, and those that may help in their order. */
    @Benchmark
    public Matched match() {
        return matching.match(wanted, city);
    }

    private static List<Listing> city() {
        Random random = new Random(1);
        return IntStream.range(0, SERVICES)
                .mapToObj(i -> listing("s" + i, TERMS.get(i % TERMS.size()), random))
                .toList();
    }

    private static Listing listing(String id, String term, Random random) {
        Location place = new Location(
                id,
                "physical",
                null,
                NORTH + random.nextGaussian() / 5,
                EAST + random.nextGaussian() / 5,
                List.of(),
                List.of(),
                List.of());
        Service service = new Service(
                id,
                "Service " + id,
                "active",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.parse("2026-06-01"),
                null,
                List.of(),
                List.of(new Language(id, "en", "en", null)),
                List.of(),
                List.of(),
                List.of(new ServiceAtLocation(id, place, List.of())),
                List.of(),
                List.of(new Attribute(id, new TaxonomyTerm(term, null, term, null, null))));
        return new Listing(service, List.of(), List.of());
    }
}
