package org.holdfast.referral.domain.matching;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.directory.Organization;

/**
 * Which services suit a need, best first: pure, explained, and in a total order that does not depend on the order of the
 * directory. Only a definite no excludes; an unknown ranks below every pass of the same criterion and above every no.
 */
public final class Matching {

    private final List<Criterion> criteria;

    /**
     * @param farKm beyond this distance a place is a definite no
     * @param fresh for how long a stated capacity counts
     * @param zone the zone of the directory's opening hours
     */
    public Matching(double farKm, Duration fresh, ZoneId zone) {
        criteria = List.of(
                new StatusCriterion(),
                new NeedCriterion(),
                new EligibilityCriterion(),
                new AreaCriterion(farKm),
                new HoursCriterion(zone),
                new LanguageCriterion(),
                new CapacityCriterion(fresh),
                new VerifiedCriterion());
    }

    /** The candidates, best first, and why the others are none. */
    public Matched match(Wanted wanted, Collection<Listing> directory) {
        Map<String, Integer> excluded = new TreeMap<>();
        Stream<Candidate> kept = directory.stream().flatMap(listing -> {
            Candidate candidate = candidate(wanted, listing);
            return firstNo(candidate)
                    .map(no -> {
                        excluded.merge(no, 1, Integer::sum);
                        return Stream.<Candidate>empty();
                    })
                    .orElseGet(() -> Stream.of(candidate));
        });
        return new Matched(kept.sorted(order(wanted)).toList(), excluded);
    }

    private Candidate candidate(Wanted wanted, Listing listing) {
        Organization organization = listing.service().organization();
        return new Candidate(
                listing.id(),
                listing.service().name(),
                organization == null ? null : organization.id(),
                organization == null ? null : organization.name(),
                AreaCriterion.distance(wanted, listing),
                criteria.stream()
                        .map(criterion -> criterion.judge(wanted, listing))
                        .toList());
    }

    private Optional<String> firstNo(Candidate candidate) {
        for (int i = 0; i < criteria.size(); i++) {
            if (criteria.get(i).excludes() && candidate.verdicts().get(i).result() == Result.FAIL) {
                return Optional.of(criteria.get(i).name());
            }
        }
        return Optional.empty();
    }

    /** Criterion by criterion, in their order, or with the hours right after the need when it cannot wait; then nearest; then by id. */
    private Comparator<Candidate> order(Wanted wanted) {
        Comparator<Candidate> order = (one, other) -> 0;
        for (String name : wanted.urgent() ? List.of("status", "need", "hours") : List.<String>of()) {
            order = order.thenComparing(byGrade(name));
        }
        for (Criterion criterion : criteria) {
            order = order.thenComparing(byGrade(criterion.name()));
        }
        return order.thenComparing(Candidate::distanceKm, Comparator.nullsLast(Comparator.<Double>naturalOrder()))
                .thenComparing(Candidate::serviceId);
    }

    private static Comparator<Candidate> byGrade(String criterion) {
        return Comparator.comparingInt(candidate -> candidate.verdicts().stream()
                .filter(verdict -> verdict.criterion().equals(criterion))
                .mapToInt(Verdict::grade)
                .findFirst()
                .orElse(Integer.MAX_VALUE));
    }
}
