package org.holdfast.intake.domain;

/** Whether the caller is the person at risk. */
public enum Relation {
    SELF,
    THIRD_PARTY
}
