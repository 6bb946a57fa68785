package org.holdfast.referral.domain.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.referral.domain.directory.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * Whether something is free; a number counts only while it is fresh, and a no ranks lower, it never excludes.
 *
 * @param fresh for how long a number counts
 */
record CapacityCriterion(Duration fresh) implements Criterion {

    private static final String SOURCE = "service.capacities";

    @Override
    public String name() {
        return "capacity";
    }

    @Override
    public boolean excludes() {
        return false;
    }

    @Override
    public Verdict judge(Wanted wanted, Considered considered) {
        List<Capacity> stated = considered.service().capacities();
        if (stated.isEmpty()) {
            return Verdict.unknown(name(), 0, "not stated", SOURCE);
        }
        List<Capacity> counted = stated.stream()
                .filter(capacity -> fresh(capacity.updated(), wanted.at()))
                .toList();
        if (counted.isEmpty()) {
            return Verdict.unknown(name(), 1, "stated too long ago", SOURCE);
        }
        int available = counted.stream().mapToInt(Capacity::available).sum();
        return available > 0
                ? Verdict.pass(name(), 0, available + " available", SOURCE)
                : Verdict.fail(name(), "none available", SOURCE);
    }

    private boolean fresh(@Nullable Instant updated, Instant now) {
        return updated != null && !updated.isAfter(now) && !updated.plus(fresh).isBefore(now);
    }
}
