package org.holdfast.referral.domain.matching;

import java.util.List;
import java.util.Map;

/**
 * What the directory has for a need.
 *
 * @param candidates best first; none is an unmet need
 * @param excluded how many services each criterion ruled out with a definite no
 */
public record Matched(List<Candidate> candidates, Map<String, Integer> excluded) {

    public Matched {
        candidates = List.copyOf(candidates);
        excluded = Map.copyOf(excluded);
    }
}
