package org.holdfast.notification.domain.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is called, one step after the other, for one code.
 *
 * @param steps in order; none means that the safety net is called at once
 * @param engageSeconds how long whoever is asked whether they are still with the person has to say so, and how long somebody of the safety net who acknowledged has to be with the person, at least 1
 * @param stillSeconds after how long somebody who is with the person is asked again, at least 1; nothing is one hour
 */
public record CodePolicy(
        List<Step> steps, int engageSeconds, @Nullable Integer stillSeconds) {

    private static final int HOUR = 3_600;

    public CodePolicy {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** A policy that asks whoever is with the person again every hour. */
    public CodePolicy(List<Step> steps, int engageSeconds) {
        this(steps, engageSeconds, null);
    }

    /** After how many seconds somebody who is with the person is asked again. */
    public int presenceSeconds() {
        return stillSeconds == null ? HOUR : stillSeconds;
    }
}
