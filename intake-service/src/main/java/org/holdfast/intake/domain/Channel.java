package org.holdfast.intake.domain;

/** How the person reached the helpline. */
public enum Channel {
    PHONE,
    TEXT,
    CHAT,
    EMAIL,
    WALK_IN
}
