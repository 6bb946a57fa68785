package org.holdfast.referral.domain.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that may help, with everything that was said for and against it.
 *
 * @param serviceId the id of the service
 * @param name its name
 * @param organizationId the id of who runs it, if the directory says
 * @param organization the name of who runs it
 * @param distanceKm kilometres to its nearest place, if both are known
 * @param verdicts one for each criterion, in the order in which they rank
 */
public record Candidate(
        String serviceId,
        String name,
        @Nullable String organizationId,
        @Nullable String organization,
        @Nullable Double distanceKm,
        List<Verdict> verdicts) {

    public Candidate {
        verdicts = List.copyOf(verdicts);
    }

    /** The passes, for a person to read. */
    public List<String> reasons() {
        return verdicts.stream()
                .filter(verdict -> verdict.result() == Result.PASS)
                .map(verdict -> verdict.criterion() + ": " + verdict.value())
                .toList();
    }
}
