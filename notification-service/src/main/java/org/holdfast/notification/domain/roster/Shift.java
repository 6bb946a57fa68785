package org.holdfast.notification.domain.roster;

import java.time.Instant;

/**
 * One turn of a rota, half-open.
 *
 * @param person whose turn it is
 * @param start the first instant of it (UTC)
 * @param end the first instant after it (UTC)
 */
public record Shift(String person, Instant start, Instant end) {}
