package org.holdfast.referral.domain.matching;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.referral.domain.directory.Organization;

/**
 * Which services suit a need, best first: pure, explained, and in a total order that does not depend on the order of the
 * directory. Only a definite no excludes; an unknown ranks below every pass of the same criterion and above every no.
 */
public final class Matching {

    private final NeedCriterion need = new NeedCriterion();
    private final List<Criterion> criteria;

    /**
     * @param farKm beyond this distance a place is a definite no
     * @param fresh for how long a stated capacity counts
     * @param zone the zone of the directory's opening hours
     */
    public Matching(double farKm, Duration fresh, ZoneId zone) {
        criteria = List.of(
                new StatusCriterion(),
                need,
                new EligibilityCriterion(),
                new AreaCriterion(farKm),
                new HoursCriterion(zone),
                new LanguageCriterion(),
                new CapacityCriterion(fresh),
                new VerifiedCriterion());
    }

    /** What each of these services says to the need; the same whoever asks, so that it can be kept as long as the services are. */
    public List<Met> meeting(Need wanted, Collection<Considered> services) {
        return services.stream()
                .map(considered -> new Met(considered, need.judge(wanted, considered)))
                .toList();
    }

    /** The candidates, best first, and why the others are none. */
    public Matched match(Wanted wanted, Collection<Considered> directory) {
        return among(wanted, meeting(wanted.need(), directory));
    }

    /** As {@link #match}, of services that were held against this need before. */
    public Matched among(Wanted wanted, Collection<Met> services) {
        Map<String, Integer> excluded = new TreeMap<>();
        int[] order = order(wanted);
        List<Ranked> kept = new ArrayList<>();
        for (Met met : services) {
            List<Verdict> verdicts = new ArrayList<>(criteria.size());
            Optional<String> no = firstNo(wanted, met, verdicts);
            if (no.isPresent()) {
                excluded.merge(no.get(), 1, Integer::sum);
            } else {
                kept.add(Ranked.of(candidate(wanted, met.considered(), verdicts), order));
            }
        }
        return new Matched(
                kept.stream().sorted(Ranked.BEST_FIRST).map(Ranked::candidate).toList(), excluded);
    }

    /** Judges until a criterion excludes the service: of one that is left out nothing else is said. */
    private Optional<String> firstNo(Wanted wanted, Met met, List<Verdict> verdicts) {
        for (Criterion criterion : criteria) {
            Verdict verdict = criterion == need ? met.need() : criterion.judge(wanted, met.considered());
            if (criterion.excludes() && verdict.result() == Result.FAIL) {
                return Optional.of(criterion.name());
            }
            verdicts.add(verdict);
        }
        return Optional.empty();
    }

    private static Candidate candidate(Wanted wanted, Considered considered, List<Verdict> verdicts) {
        Organization organization = considered.service().organization();
        return new Candidate(
                considered.listing().id(),
                considered.service().name(),
                organization == null ? null : organization.id(),
                organization == null ? null : organization.name(),
                AreaCriterion.distance(wanted, considered),
                List.copyOf(verdicts));
    }

    /** Which criteria count, one after the other: in their order, or with the hours right after the need when it cannot wait. */
    private int[] order(Wanted wanted) {
        List<String> names = criteria.stream().map(Criterion::name).toList();
        IntStream first = Stream.of("status", "need", "hours")
                .filter(name -> wanted.urgent())
                .mapToInt(names::indexOf);
        return IntStream.concat(first, IntStream.range(0, names.size())).toArray();
    }

    /**
     * A candidate with its grades, worked out once: a sort compares each of them many times.
     *
     * @param grades in the order in which they count
     */
    private record Ranked(Candidate candidate, int[] grades) {

        /** By grades; then nearest; then by id. */
        static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::grades, Arrays::compare)
                .thenComparing(
                        ranked -> ranked.candidate().distanceKm(),
                        Comparator.nullsLast(Comparator.<Double>naturalOrder()))
                .thenComparing(ranked -> ranked.candidate().serviceId());

        /** Of a candidate that every criterion has judged, in their order. */
        static Ranked of(Candidate candidate, int[] order) {
            return new Ranked(
                    candidate,
                    IntStream.of(order)
                            .map(criterion ->
                                    candidate.verdicts().get(criterion).grade())
                            .toArray());
        }
    }
}
