package org.holdfast.referral.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one referral. */
public sealed interface ReferralState {

    /** Nothing is known yet. */
    record Unknown() implements ReferralState {}

    /** Something is known: every state but {@link Unknown}. */
    sealed interface Known extends ReferralState {
        Asked asked();

        /** What was proposed, best first; kept, so that it can be looked at later. */
        List<Offer> offers();
    }

    /** It was sent to a partner once. */
    sealed interface Directed extends Known {
        Sending sending();

        /** The last instant at which the partner may or might have answered. */
        Instant respondBy();
    }

    /** The partner has it and must answer. */
    sealed interface Awaiting extends Directed {}

    /**
     * Waits for the operator.
     *
     * @param fellBack why an attempt to send it came back, if one did
     */
    record Proposed(
            Asked asked, List<Offer> offers, @Nullable FellBack fellBack) implements Known {
        public Proposed {
            offers = List.copyOf(offers);
        }
    }

    /**
     * Waits for the consent to be heard.
     *
     * @param until when the waiting ends
     */
    record WaitingForConsent(Asked asked, List<Offer> offers, Sending sending, Instant until) implements Known {
        public WaitingForConsent {
            offers = List.copyOf(offers);
        }
    }

    /** The partner has it. */
    record Sent(Asked asked, List<Offer> offers, Sending sending, Instant respondBy) implements Awaiting {
        public Sent {
            offers = List.copyOf(offers);
        }
    }

    /** The partner has seen it. */
    record Opened(Asked asked, List<Offer> offers, Sending sending, Instant respondBy) implements Awaiting {
        public Opened {
            offers = List.copyOf(offers);
        }
    }

    /** The partner takes the person on. */
    record Accepted(Asked asked, List<Offer> offers, Sending sending, Instant respondBy) implements Directed {
        public Accepted {
            offers = List.copyOf(offers);
        }
    }

    /** The partner said what came of it. */
    record Completed(
            Asked asked,
            List<Offer> offers,
            Sending sending,
            Instant respondBy,
            Outcome outcome,
            @Nullable String noteRef)
            implements Directed {
        public Completed {
            offers = List.copyOf(offers);
        }
    }

    /** The partner or the person said no. */
    record Declined(
            Asked asked,
            List<Offer> offers,
            Sending sending,
            Instant respondBy,
            DeclineReason reason,
            DeclinedBy by,
            @Nullable String noteRef)
            implements Directed {
        public Declined {
            offers = List.copyOf(offers);
        }
    }

    /** The partner did not answer in time. */
    record Expired(Asked asked, List<Offer> offers, Sending sending, Instant respondBy) implements Directed {
        public Expired {
            offers = List.copyOf(offers);
        }
    }

    /** The sender took it back before it was sent. */
    record Dropped(Asked asked, List<Offer> offers, CancelReason reason) implements Known {
        public Dropped {
            offers = List.copyOf(offers);
        }
    }

    /** The sender took it back from the partner. */
    record Cancelled(Asked asked, List<Offer> offers, Sending sending, Instant respondBy, CancelReason reason)
            implements Directed {
        public Cancelled {
            offers = List.copyOf(offers);
        }
    }
}
