package org.holdfast.intake.store;

/**
 * What is kept beside the streams.
 *
 * @param rows the list of contacts
 * @param cases the contacts of each case
 * @param outcomes what became of each contact
 * @param trails what was heard of each case
 * @param beside brings all of them in step
 */
public record Shelves(ContactRows rows, Cases cases, Outcomes outcomes, Trails trails, BesideContact beside) {}
