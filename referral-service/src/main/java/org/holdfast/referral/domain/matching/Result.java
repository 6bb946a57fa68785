package org.holdfast.referral.domain.matching;

/** The three values of a criterion: unknown is neither yes nor no. */
public enum Result {
    PASS,
    UNKNOWN,
    FAIL
}
