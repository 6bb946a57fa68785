package org.holdfast.referral.stream;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.referral.domain.CancelReason;
import org.holdfast.referral.domain.Consent;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.domain.ReferralState.Known;
import org.holdfast.referral.domain.Sending;
import org.holdfast.referral.store.HeardConsents;
import reactor.core.publisher.Mono;

/**
 * Looks again, once a referral can be found by its consent and case, whether something was heard of these in the meantime:
 * whoever of the two comes first, the other finds it.
 */
public final class HeardBefore implements Projection<ReferralState, ReferralEvent> {

    private final HeardConsents consents;
    private final Vault vault;
    private final Clock clock;
    private final AtomicReference<Optional<Handling<ReferralState, ReferralCommand, ReferralEvent>>> referrals =
            new AtomicReference<>(Optional.empty());

    public HeardBefore(HeardConsents consents, Vault vault, Clock clock) {
        this.consents = consents;
        this.vault = vault;
        this.clock = clock;
    }

    /** Says how the referrals are handled; once, right after that is known. */
    public void over(Handling<ReferralState, ReferralCommand, ReferralEvent> handling) {
        referrals.set(Optional.of(handling));
    }

    @Override
    public Mono<Void> project(Entry<ReferralState> entry, List<ReferralEvent> events) {
        if (!(entry.state() instanceof Known known)) {
            return Mono.empty();
        }
        return consent(entry, sending(known)).then(erasure(entry, known));
    }

    private Mono<Void> consent(Entry<ReferralState> entry, Optional<Sending> sending) {
        return Mono.justOrEmpty(sending)
                .flatMap(open -> consents.consent(open.consentId()))
                .filter(consent -> consent.withdrawn() || entry.state() instanceof ReferralState.WaitingForConsent)
                .flatMap(consent -> give(entry, hearing(consent), "consent"));
    }

    private Mono<Void> erasure(Entry<ReferralState> entry, Known known) {
        return entry.version() > 1
                ? Mono.empty()
                : vault.erased(known.asked().caseId())
                        .filter(erased -> erased)
                        .flatMap(erased -> give(
                                entry,
                                new ReferralCommand.Cancel(CancelReason.CASE_ERASED, clock.instant()),
                                "erasure"));
    }

    private ReferralCommand hearing(Consent consent) {
        return new ReferralCommand.HearConsent(consent, clock.instant());
    }

    private Mono<Void> give(Entry<ReferralState> entry, ReferralCommand command, String what) {
        Cause cause = Cause.own("heard-before/" + what + "/" + entry.stream() + "#" + entry.version(), clock.instant());
        return Mono.justOrEmpty(referrals.get())
                .flatMap(handling -> handling.handle(entry.stream(), command, cause))
                .then();
    }

    private static Optional<Sending> sending(Known known) {
        return switch (known) {
            case ReferralState.WaitingForConsent waiting -> Optional.of(waiting.sending());
            case ReferralState.Awaiting awaiting -> Optional.of(awaiting.sending());
            case ReferralState.Accepted taken -> Optional.of(taken.sending());
            default -> Optional.empty();
        };
    }
}
