package org.holdfast.intake.domain;

import java.time.Instant;

/**
 * One value that an item held.
 *
 * @param value a code, an integer or a date
 * @param version the version of the contact that brought it
 * @param at when it was told (UTC)
 */
public record Held(String value, long version, Instant at) {}
