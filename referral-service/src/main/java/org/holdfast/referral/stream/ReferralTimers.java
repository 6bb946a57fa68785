package org.holdfast.referral.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Firing;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.referral.domain.Consent;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralDecider;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.store.HeardConsents;
import reactor.core.publisher.Mono;

/** Turns a referral's timers into commands; a timer that is no longer wanted is refused there. */
public final class ReferralTimers implements Firing {

    private final Handling<ReferralState, ReferralCommand, ReferralEvent> referrals;
    private final HeardConsents consents;
    private final Clock clock;

    public ReferralTimers(
            Handling<ReferralState, ReferralCommand, ReferralEvent> referrals, HeardConsents consents, Clock clock) {
        this.referrals = referrals;
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    public Mono<?> fire(String stream, String timer, Instant due) {
        Cause cause = Cause.deadline(stream, timer, due, clock.instant());
        return switch (timer) {
            case ReferralDecider.RESPOND_DUE ->
                referrals.handle(stream, new ReferralCommand.RespondDue(due, clock.instant()), cause);
            case ReferralDecider.CONSENT_WAIT ->
                heard(stream)
                        .flatMap(consent -> referrals.handle(
                                stream,
                                new ReferralCommand.ConsentWaitDue(due, consent.orElse(null), clock.instant()),
                                cause));
            default -> Mono.empty();
        };
    }

    private Mono<Optional<Consent>> heard(String stream) {
        return referrals
                .load(stream)
                .map(Entry::state)
                .ofType(ReferralState.WaitingForConsent.class)
                .flatMap(waiting -> consents.consent(waiting.sending().consentId()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }
}
