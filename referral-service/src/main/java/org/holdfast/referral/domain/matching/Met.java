package org.holdfast.referral.domain.matching;

/**
 * A service that was held against a need.
 *
 * @param considered the service
 * @param need what it says to the need, whoever has it
 */
public record Met(Considered considered, Verdict need) {}
