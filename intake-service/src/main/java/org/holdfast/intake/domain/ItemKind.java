package org.holdfast.intake.domain;

/** What kind of value an item takes; a kind that a newer publisher added is {@link #OTHER}. */
public enum ItemKind {
    FIVE,
    INTEGER,
    DATE,
    CHOICE,
    OTHER;

    /** The kind of that name. */
    public static ItemKind named(String name) {
        for (ItemKind kind : values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return OTHER;
    }
}
