package org.holdfast.intake.domain;

/** Something identifying that is held in the vault; the domain knows only under which reference. */
public enum Detail {
    CALLER_NAME,
    CALLER_NUMBER,
    PERSON_NAME,
    PERSON_NUMBER
}
