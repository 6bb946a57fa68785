package org.holdfast.intake.domain.outcome;

import java.util.List;

/** The order of urgency; what is not known counts as the most urgent. */
final class Codes {

    private static final List<String> ORDER =
            List.of("A", "B", "C", "UNTRIAGED", "D", "OPERATOR_CHOICE", "E", "F", "G");

    private Codes() {}

    /** Whether somebody must be alerted at once. */
    static boolean alarming(String code) {
        return rank(code) <= rank("B");
    }

    static boolean atLeastAsUrgent(String code, String than) {
        return rank(code) <= rank(than);
    }

    private static int rank(String code) {
        return Math.max(0, ORDER.indexOf(code));
    }
}
