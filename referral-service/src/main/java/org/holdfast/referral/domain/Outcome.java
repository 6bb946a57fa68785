package org.holdfast.referral.domain;

/** What came of a referral: the union of the lists of findhelp, Sociants and Clarity. */
public enum Outcome {
    GOT_HELP,
    PARTLY_HELPED,
    REFERRED_ELSEWHERE,
    NEEDS_CLIENT_ACTION,
    COULD_NOT_CONTACT,
    NOT_ELIGIBLE,
    NO_CAPACITY,
    LACK_OF_RESOURCES,
    MISSING_DOCUMENTS,
    OUT_OF_SERVICE_AREA,
    CLIENT_DECLINED,
    COULD_NOT_GET_HELP,
    DECEASED,
    UNSAFE_TO_CONTACT,
    /** Needs a note. */
    OTHER
}
