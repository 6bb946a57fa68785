package org.holdfast.referral.domain;

import static org.holdfast.chassis.decide.Decision.accepted;
import static org.holdfast.chassis.decide.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.referral.domain.ReferralState.Awaiting;
import org.holdfast.referral.domain.ReferralState.Directed;
import org.holdfast.referral.domain.ReferralState.Known;
import org.holdfast.referral.domain.ReferralState.Proposed;
import org.holdfast.referral.domain.ReferralState.WaitingForConsent;
import org.jspecify.annotations.Nullable;

/** Decides the life of a referral: nothing is sent without a consent that covers it, and only the partner it went to answers. */
public final class ReferralDecider implements Decider<ReferralState, ReferralCommand, ReferralEvent> {

    /** The timer that ends the waiting for a consent. */
    public static final String CONSENT_WAIT = "consent-wait";

    /** The timer that ends the partner's time. */
    public static final String RESPOND_DUE = "respond-due";

    private final RespondWithin respondWithin;
    private final Duration consentWait;

    /**
     * @param respondWithin how long a partner has
     * @param consentWait how long a sending waits for its consent to be heard
     */
    public ReferralDecider(RespondWithin respondWithin, Duration consentWait) {
        this.respondWithin = respondWithin;
        this.consentWait = consentWait;
    }

    @Override
    public ReferralState initial() {
        return new ReferralState.Unknown();
    }

    @Override
    public Decision<ReferralEvent> decide(ReferralState state, ReferralCommand command) {
        if (command instanceof ReferralCommand.Propose propose) {
            return propose(state, propose);
        }
        if (!(state instanceof Known known)) {
            return refused(Refusals.NOT_FOUND);
        }
        return switch (command) {
            case ReferralCommand.Propose propose -> propose(state, propose);
            case ReferralCommand.Send send -> send(known, send);
            case ReferralCommand.HearConsent heard -> hear(known, heard);
            case ReferralCommand.ConsentWaitDue due -> consentWaitDue(known, due);
            case ReferralCommand.RespondDue due -> respondDue(known, due);
            case ReferralCommand.Cancel cancel -> cancel(known, cancel);
            case ReferralCommand.OfPartner ofPartner -> PartnerAnswers.decide(known, ofPartner);
        };
    }

    @Override
    public ReferralState evolve(ReferralState state, ReferralEvent event) {
        return Evolution.evolve(state, event);
    }

    @Override
    public Map<String, Instant> timers(ReferralState state) {
        return switch (state) {
            case WaitingForConsent waiting -> Map.of(CONSENT_WAIT, waiting.until());
            case Awaiting awaiting -> Map.of(RESPOND_DUE, awaiting.respondBy());
            default -> Map.of();
        };
    }

    private static Decision<ReferralEvent> propose(ReferralState state, ReferralCommand.Propose propose) {
        return switch (state) {
            case ReferralState.Unknown() ->
                accepted(new ReferralEvent.ServicesProposed(
                        propose.asked(), propose.offers(), propose.excluded(), propose.now()));
            case Proposed proposed when proposed.asked().equals(propose.asked()) -> accepted();
            case Known known -> refused(Refusals.ALREADY_PROPOSED);
        };
    }

    private Decision<ReferralEvent> send(Known known, ReferralCommand.Send send) {
        String consentId = send.consentId();
        if (consentId == null || consentId.isBlank()) {
            return refused(Refusals.CONSENT_REQUIRED);
        }
        return switch (known) {
            case Proposed proposed -> sendFirst(proposed, send, consentId);
            case WaitingForConsent waiting
            when waiting.sending().same(send.serviceId(), consentId) ->
                send.heard() == null ? accepted() : settle(waiting, send.heard(), send.now());
            case Awaiting awaiting when awaiting.sending().same(send.serviceId(), consentId) -> accepted();
            // nothing has left yet: what the operator says last counts
            case WaitingForConsent waiting ->
                sendFirst(new Proposed(waiting.asked(), waiting.offers(), null), send, consentId);
            case Awaiting awaiting -> refused(Refusals.ALREADY_SENT);
            case ReferralState.Accepted acceptedOne -> refused(Refusals.ALREADY_SENT);
            default -> refused(Refusals.CLOSED);
        };
    }

    private Decision<ReferralEvent> sendFirst(Proposed proposed, ReferralCommand.Send send, String consentId) {
        Optional<Offer> offer = proposed.offers().stream()
                .filter(one -> one.candidate().serviceId().equals(send.serviceId()))
                .findFirst();
        if (offer.isEmpty()) {
            return refused(Refusals.NOT_PROPOSED);
        }
        String partner = offer.get().partner();
        if (partner == null) {
            return refused(Refusals.NOT_A_PARTNER);
        }
        Sending sending = new Sending(send.serviceId(), partner, consentId, send.urgency());
        Consent heard = send.heard();
        if (heard == null) {
            return accepted(new ReferralEvent.ConsentAwaited(sending, send.now().plus(consentWait), send.now()));
        }
        return heard.covers(sending, proposed.asked(), send.now())
                ? accepted(sent(sending, heard, send.now()))
                : refused(Refusals.CONSENT_DOES_NOT_COVER);
    }

    private Decision<ReferralEvent> hear(Known known, ReferralCommand.HearConsent heard) {
        Consent consent = heard.consent();
        return switch (known) {
            case WaitingForConsent waiting
            when waiting.sending().consentId().equals(consent.id()) -> settle(waiting, consent, heard.now());
            case Awaiting awaiting when withdraws(consent, awaiting) -> withdrawn(heard.now());
            case ReferralState.Accepted taken when withdraws(consent, taken) -> withdrawn(heard.now());
            default -> accepted();
        };
    }

    private static boolean withdraws(Consent consent, Directed directed) {
        return consent.withdrawn() && directed.sending().consentId().equals(consent.id());
    }

    private static Decision<ReferralEvent> withdrawn(Instant now) {
        return accepted(new ReferralEvent.ReferralCancelled(CancelReason.CONSENT_WITHDRAWN, now));
    }

    private Decision<ReferralEvent> settle(WaitingForConsent waiting, Consent consent, Instant now) {
        if (consent.covers(waiting.sending(), waiting.asked(), now)) {
            return accepted(sent(waiting.sending(), consent, now));
        }
        return accepted(new ReferralEvent.SendingFellBack(
                consent.withdrawn() ? FellBack.CONSENT_WITHDRAWN : FellBack.CONSENT_DOES_NOT_COVER, now));
    }

    private ReferralEvent sent(Sending sending, Consent consent, Instant now) {
        return new ReferralEvent.ReferralSent(sending, respondWithin.by(sending.urgency(), now, consent.until()), now);
    }

    private Decision<ReferralEvent> consentWaitDue(Known known, ReferralCommand.ConsentWaitDue due) {
        if (!(known instanceof WaitingForConsent waiting)
                || !same(waiting.until(), due.due())
                || due.now().isBefore(due.due())) {
            return refused(Refusals.TIMER_STALE);
        }
        @Nullable Consent heard = due.heard();
        return heard == null
                ? accepted(new ReferralEvent.SendingFellBack(FellBack.CONSENT_NOT_HEARD, due.now()))
                : settle(waiting, heard, due.now());
    }

    private static Decision<ReferralEvent> respondDue(Known known, ReferralCommand.RespondDue due) {
        boolean wanted = known instanceof Awaiting awaiting
                && same(awaiting.respondBy(), due.due())
                && !due.now().isBefore(due.due());
        return wanted ? accepted(new ReferralEvent.ReferralExpired(due.now())) : refused(Refusals.TIMER_STALE);
    }

    /** Timers are kept in milliseconds, so nothing finer counts. */
    private static boolean same(Instant wanted, Instant due) {
        return wanted.toEpochMilli() == due.toEpochMilli();
    }

    private static Decision<ReferralEvent> cancel(Known known, ReferralCommand.Cancel cancel) {
        return switch (known) {
            case ReferralState.Cancelled cancelled when cancelled.reason() == cancel.reason() -> accepted();
            case ReferralState.Dropped dropped when dropped.reason() == cancel.reason() -> accepted();
            case Proposed proposed -> accepted(new ReferralEvent.ReferralCancelled(cancel.reason(), cancel.now()));
            case WaitingForConsent waiting ->
                accepted(new ReferralEvent.ReferralCancelled(cancel.reason(), cancel.now()));
            case Awaiting awaiting -> accepted(new ReferralEvent.ReferralCancelled(cancel.reason(), cancel.now()));
            case ReferralState.Accepted taken ->
                accepted(new ReferralEvent.ReferralCancelled(cancel.reason(), cancel.now()));
            default -> refused(Refusals.CLOSED);
        };
    }
}
