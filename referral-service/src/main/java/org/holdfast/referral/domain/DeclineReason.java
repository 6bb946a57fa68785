package org.holdfast.referral.domain;

/** Why a referral was declined. */
public enum DeclineReason {
    NO_CAPACITY,
    NOT_ELIGIBLE,
    OUT_OF_SERVICE_AREA,
    LANGUAGE_NOT_OFFERED,
    LACK_OF_RESOURCES,
    MISSING_DOCUMENTS,
    COULD_NOT_CONTACT,
    UNSAFE_TO_CONTACT,
    CLIENT_DECLINED,
    /** Needs a note. */
    OTHER
}
