package org.holdfast.notification.domain.roster;

/**
 * Why a roster cannot be taken.
 *
 * @param pointer a JSON pointer to what is wrong
 * @param text one sentence that says what to do
 */
public record RosterFault(String pointer, String text) {}
