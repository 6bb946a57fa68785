package org.holdfast.referral.domain;

import java.util.List;
import org.holdfast.referral.domain.ReferralState.Directed;
import org.holdfast.referral.domain.ReferralState.Known;
import org.holdfast.referral.domain.ReferralState.WaitingForConsent;

/** How each event changes what is known of a referral. */
final class Evolution {

    private Evolution() {}

    static ReferralState evolve(ReferralState state, ReferralEvent event) {
        if (event instanceof ReferralEvent.ServicesProposed proposed) {
            return new ReferralState.Proposed(proposed.asked(), proposed.offers(), null);
        }
        if (!(state instanceof Known known)) {
            throw new IllegalStateException("A referral begins with being proposed, not with " + event.getClass());
        }
        return known(known, event);
    }

    private static ReferralState known(Known known, ReferralEvent event) {
        Asked asked = known.asked();
        List<Offer> offers = known.offers();
        return switch (event) {
            case ReferralEvent.ServicesProposed proposed ->
                new ReferralState.Proposed(proposed.asked(), proposed.offers(), null);
            case ReferralEvent.ConsentAwaited awaited ->
                new WaitingForConsent(asked, offers, awaited.sending(), awaited.until());
            case ReferralEvent.SendingFellBack back -> new ReferralState.Proposed(asked, offers, back.why());
            case ReferralEvent.ReferralSent sent ->
                new ReferralState.Sent(asked, offers, sent.sending(), sent.respondBy());
            case ReferralEvent.ReferralCancelled cancelled
            when !(known instanceof Directed) -> new ReferralState.Dropped(asked, offers, cancelled.reason());
            default -> directed((Directed) known, event);
        };
    }

    private static ReferralState directed(Directed known, ReferralEvent event) {
        Asked asked = known.asked();
        List<Offer> offers = known.offers();
        Sending sending = known.sending();
        return switch (event) {
            case ReferralEvent.ReferralOpened opened ->
                new ReferralState.Opened(asked, offers, sending, known.respondBy());
            case ReferralEvent.ReferralAccepted accepted ->
                new ReferralState.Accepted(asked, offers, sending, known.respondBy());
            case ReferralEvent.ReferralExpired expired ->
                new ReferralState.Expired(asked, offers, sending, known.respondBy());
            case ReferralEvent.ReferralDeclined no ->
                new ReferralState.Declined(
                        asked, offers, sending, known.respondBy(), no.reason(), no.by(), no.noteRef());
            case ReferralEvent.ReferralCancelled cancelled ->
                new ReferralState.Cancelled(asked, offers, sending, known.respondBy(), cancelled.reason());
            case ReferralEvent.ReferralCompleted done ->
                new ReferralState.Completed(asked, offers, sending, known.respondBy(), done.outcome(), done.noteRef());
            default -> throw new IllegalStateException("Not after a sending: " + event.getClass());
        };
    }
}
