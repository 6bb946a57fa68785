package org.holdfast.referral.domain;

/** Who said no: the agency, or the person it was for. */
public enum DeclinedBy {
    PROVIDER,
    CLIENT
}
