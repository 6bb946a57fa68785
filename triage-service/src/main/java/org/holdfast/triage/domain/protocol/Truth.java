package org.holdfast.triage.domain.protocol;

import java.util.Collection;

/** What is known of a condition: not knowing is never a no. */
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    /** The opposite; the opposite of not knowing is not knowing. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** False if one is false, else unknown if one is unknown. */
    static Truth all(Collection<Truth> parts) {
        return parts.contains(FALSE) ? FALSE : parts.contains(UNKNOWN) ? UNKNOWN : TRUE;
    }

    /** True if one is true, else unknown if one is unknown. */
    static Truth any(Collection<Truth> parts) {
        return parts.contains(TRUE) ? TRUE : parts.contains(UNKNOWN) ? UNKNOWN : FALSE;
    }
}
