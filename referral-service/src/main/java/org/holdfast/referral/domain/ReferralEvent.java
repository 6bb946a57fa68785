package org.holdfast.referral.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a referral. */
public sealed interface ReferralEvent {

    /** When (UTC). */
    Instant at();

    /**
     * Services were proposed; none is an unmet need.
     *
     * @param excluded how many services each criterion ruled out
     */
    record ServicesProposed(Asked asked, List<Offer> offers, Map<String, Integer> excluded, Instant at)
            implements ReferralEvent {
        public ServicesProposed {
            offers = List.copyOf(offers);
            excluded = Map.copyOf(excluded);
        }
    }

    /** The operator sent it by a consent that was not heard yet. */
    record ConsentAwaited(Sending sending, Instant until, Instant at) implements ReferralEvent {}

    /** It went back to the operator. */
    record SendingFellBack(FellBack why, Instant at) implements ReferralEvent {}

    /** It went to the partner. */
    record ReferralSent(Sending sending, Instant respondBy, Instant at) implements ReferralEvent {}

    /** The partner looked at it. */
    record ReferralOpened(Instant at) implements ReferralEvent {}

    /** The partner takes the person on. */
    record ReferralAccepted(Instant at) implements ReferralEvent {}

    /** The partner, or the person, said no. */
    record ReferralDeclined(
            DeclineReason reason, DeclinedBy by, @Nullable String noteRef, Instant at) implements ReferralEvent {}

    /** The partner did not answer in time. */
    record ReferralExpired(Instant at) implements ReferralEvent {}

    /** The sender took it back. */
    record ReferralCancelled(CancelReason reason, Instant at) implements ReferralEvent {}

    /** The partner said what came of it. */
    record ReferralCompleted(Outcome outcome, @Nullable String noteRef, Instant at) implements ReferralEvent {}
}
