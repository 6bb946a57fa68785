package org.holdfast.intake.domain.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What intake told of the contact, in whatever order.
 *
 * @param version the newest version that was told; 0 while none is known
 * @param at when (UTC)
 * @param unassessed what was told and not assessed yet, oldest first; the last of very many stands for those after it too
 * @param routine whether all of it travelled on the routine lane; what was written without it counts as urgent
 */
public record Telling(
        long version,
        Instant at,
        List<Once> unassessed,
        @Nullable Boolean routine) {

    static final Telling NOTHING = new Telling(0, Instant.EPOCH, List.of(), true);

    private static final int MOST = 100;

    /** One version that was told. */
    public record Once(long version, Instant at) {}

    public Telling {
        unassessed = unassessed == null ? List.of() : List.copyOf(unassessed);
    }

    /** Whether it may stand in the queue of the routine lane. */
    public boolean canQueue() {
        return Boolean.TRUE.equals(routine);
    }

    /** It travels on the urgent lane, and stays there. */
    Telling urgently() {
        return new Telling(version, at, unassessed, false);
    }

    /** This version was told as well; {@code assessed} is the newest version that triage took into account. */
    Telling and(long told, Instant when, long assessed) {
        if (told <= assessed || unassessed.stream().anyMatch(once -> once.version() == told)) {
            return told > version ? new Telling(told, when, unassessed, routine) : this;
        }
        List<Once> all = new ArrayList<>(unassessed);
        all.add(new Once(told, when));
        all.sort(Comparator.comparingLong(Once::version));
        while (all.size() > MOST) {
            // the newest two become one, as old as the older of them: silence is said too early rather than too late
            Once newest = all.removeLast();
            all.set(all.size() - 1, new Once(newest.version(), all.getLast().at()));
        }
        return new Telling(Math.max(told, version), told > version ? when : at, all, routine);
    }

    /** Triage took everything up to this version into account. */
    Telling assessed(long upTo) {
        return new Telling(
                version,
                at,
                unassessed.stream().filter(once -> once.version() > upTo).toList(),
                routine);
    }

    /** Since when an assessment is waited for: when the oldest version was told that has none. */
    public Instant waitingSince() {
        return unassessed.isEmpty() ? at : unassessed.getFirst().at();
    }
}
