package org.holdfast.referral.domain;

import org.jspecify.annotations.Nullable;

/** How soon a partner must answer. */
public enum Urgency {
    EMERGENT,
    URGENT,
    ROUTINE;

    /**
     * The urgency of a triage code. Nobody assessed yet counts as not triaged; a code that is not recognised counts as the
     * highest, never the lowest.
     */
    public static Urgency ofCode(@Nullable String code) {
        if (code == null) {
            return URGENT;
        }
        return switch (code) {
            case "C", "UNTRIAGED" -> URGENT;
            case "D", "E", "F", "G", "OPERATOR_CHOICE" -> ROUTINE;
            default -> EMERGENT;
        };
    }
}
