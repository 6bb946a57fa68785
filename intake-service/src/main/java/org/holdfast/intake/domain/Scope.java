package org.holdfast.intake.domain;

/** What a person may agree to share with a recipient. */
public enum Scope {
    NAME,
    PHONE,
    ADDRESS,
    NOTE
}
