package org.holdfast.triage.domain.protocol;

/**
 * How urgent the response is, most urgent first; never a predicted risk. The letters and their order follow the UK Mental
 * Health Triage Scale (Sands, Elsom, Colgate 2015).
 */
public enum Code {
    A,
    B,
    C,
    /** Nobody knows yet: the suicide questions are not all answered. */
    UNTRIAGED,
    D,
    /** No rule fired and a screen is complete with no throughout: a person picks E, F or G. */
    OPERATOR_CHOICE,
    E,
    F,
    G;

    /** Whether this asks for a faster response than the other. */
    public boolean moreUrgentThan(Code other) {
        return ordinal() < other.ordinal();
    }

    /** Whether it rings at once: A and B. */
    public boolean urgent() {
        return this == A || this == B;
    }

    /** Whether an operator may pick it where {@link #OPERATOR_CHOICE} stands. */
    public boolean choosable() {
        return this == E || this == F || this == G;
    }
}
