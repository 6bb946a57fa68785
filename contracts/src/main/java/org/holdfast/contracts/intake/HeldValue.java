package org.holdfast.contracts.intake;

import java.time.Instant;

/**
 * One value that an item held.
 *
 * @param value a code, an integer or an ISO date, never free text: {@code YES}, {@code NO}, {@code UNKNOWN}, {@code NOT_ASKED}, {@code REFUSED}, {@code 0}.., {@code 2026-11-01}; {@code UNRECOGNISED} where the text went to the vault
 * @param version the version of the contact that brought it
 * @param at when it happened (UTC)
 */
public record HeldValue(String value, long version, Instant at) {}
