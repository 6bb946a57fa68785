package org.holdfast.referral.domain;

/** Why a referral that waited for a consent went back to the operator. */
public enum FellBack {
    CONSENT_NOT_HEARD,
    CONSENT_DOES_NOT_COVER,
    CONSENT_WITHDRAWN
}
