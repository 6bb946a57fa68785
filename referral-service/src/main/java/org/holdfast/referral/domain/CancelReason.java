package org.holdfast.referral.domain;

/** Why the sender took a referral back. */
public enum CancelReason {
    NO_LONGER_NEEDED,
    OTHER_HELP_FOUND,
    CLIENT_DECLINED,
    SENT_IN_ERROR,
    SAFETY_CONCERN,
    /** Set by the service: the consent was withdrawn. */
    CONSENT_WITHDRAWN,
    /** Set by the service: the case was erased. */
    CASE_ERASED
}
