package org.holdfast.triage.domain.protocol;

import java.time.Instant;

/**
 * One value that an item held, as it came.
 *
 * @param value a code, an integer or an ISO date; never free text
 * @param version the version of the contact that brought it
 * @param at when it was said (UTC)
 */
public record Said(String value, long version, Instant at) {}
