package org.holdfast.intake.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a contact ended. */
public enum Disposition {
    COUNSELLED(false),
    INFORMATION(true),
    REFERRED(false),
    EMERGENCY_SERVICES(true),
    LEFT(true),
    REFUSED(true),
    WRONG_NUMBER(true),
    SILENT(true),
    PRANK(false),
    TEST(true);

    private static final Set<String> TRIAGED = Set.of("A", "B", "C", "D", "E", "F", "G", "OPERATOR_CHOICE");

    private final boolean withoutTriage;

    Disposition(boolean withoutTriage) {
        this.withoutTriage = withoutTriage;
    }

    /**
     * Whether a contact may end like this under the code that was heard for its newest answers. Rule R55 lets an untriaged
     * contact end only where the questions could not be asked (refused, left, wrong number, information only); a silent
     * contact, a test and a hand-over to emergency services are the same case. A code that is missing or not known here
     * counts as untriaged.
     *
     * @param code the code heard for the newest answers, if one was
     */
    boolean allowedUnder(@Nullable String code) {
        return withoutTriage || (code != null && TRIAGED.contains(code));
    }

    /** Whether a contact may end like this whatever its code is. */
    public boolean whateverTheCode() {
        return withoutTriage;
    }
}
