package org.holdfast.referral.domain;

import org.holdfast.chassis.decide.Refusal;

/** Every no that a referral can give, listed in {@code docs/problems.md}. */
final class Refusals {

    static final Refusal NOT_FOUND = Refusal.notFound("referral-not-found", "There is no such referral.");
    static final Refusal CLOSED = Refusal.conflict("referral-closed", "The referral has ended; propose a new one.");
    static final Refusal ALREADY_PROPOSED =
            Refusal.conflict("referral-already-proposed", "The referral exists and was proposed with something else.");
    static final Refusal ALREADY_SENT =
            Refusal.conflict("referral-already-sent", "It was sent elsewhere or by another consent; cancel it first.");
    static final Refusal NOT_SENT =
            Refusal.conflict("referral-not-sent", "It was not sent yet, so there is nothing to answer.");
    static final Refusal NOT_ACCEPTED =
            Refusal.conflict("referral-not-accepted", "Only an accepted referral has an outcome; accept it first.");
    static final Refusal ALREADY_ACCEPTED =
            Refusal.conflict("referral-already-accepted", "It was accepted; report the outcome instead.");
    static final Refusal TOO_LATE =
            Refusal.conflict("respond-by-past", "The time to answer is over; ask the sender for a new referral.");
    static final Refusal TIMER_STALE = Refusal.conflict("timer-stale", "That timer is no longer wanted.");
    static final Refusal CONSENT_REQUIRED =
            Refusal.invalid("consent-required", "Record the person's consent and name it here.", "/consentId");
    static final Refusal CONSENT_DOES_NOT_COVER = Refusal.conflict(
            "consent-does-not-cover",
            "The consent must name this partner (recipient = the candidate's partner), be given in this referral's own contact and case, and be in force; record another.");
    static final Refusal NOT_PROPOSED =
            Refusal.invalid("service-not-proposed", "That service is not among the proposed ones.", "/serviceId");
    static final Refusal NOT_A_PARTNER = Refusal.invalid(
            "service-takes-no-referrals", "That service takes no referrals here; call it instead.", "/serviceId");
    static final Refusal NOTE_REQUIRED =
            Refusal.invalid("note-required", "The code OTHER needs a note that says what.", "/note");

    private Refusals() {}
}
