package org.holdfast.triage.domain.protocol;

/**
 * What the operator must know when a rule fires.
 *
 * @param name such as {@code STAY_ON_LINE}
 * @param when what must hold as well
 */
public record Flag(String name, Condition when) {

    /** Something was said that the protocol cannot read. */
    public static final String UNRECOGNISED_ITEM = "UNRECOGNISED_ITEM";
}
