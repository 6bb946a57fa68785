package org.holdfast.notification.domain.roster;

import java.util.List;

/**
 * Who is called, one step after the other, for one code.
 *
 * @param steps in order; none means that the safety net is called at once
 * @param engageSeconds how long somebody of the safety net who acknowledged has to be with the person, at least 1
 */
public record CodePolicy(List<Step> steps, int engageSeconds) {

    public CodePolicy {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }
}
