package org.holdfast.notification.domain.roster;

/** A code that can ring, most urgent first. */
public enum Code {
    A,
    B,
    C;

    /** Whether this code asks for a faster answer than the other. */
    public boolean moreUrgentThan(Code other) {
        return compareTo(other) < 0;
    }

    /** The code of that name; anything unknown counts as the most urgent, never as the least. */
    public static Code reading(String name) {
        for (Code code : values()) {
            if (code.name().equals(name)) {
                return code;
            }
        }
        return A;
    }
}
