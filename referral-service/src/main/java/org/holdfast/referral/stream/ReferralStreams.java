package org.holdfast.referral.stream;

import java.time.Clock;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.referral.domain.CancelReason;
import org.holdfast.referral.domain.Consent;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.store.Links;
import org.holdfast.referral.store.NeededReferrals;
import reactor.core.publisher.Mono;

/** The referrals that something heard elsewhere concerns. */
public final class ReferralStreams {

    /** The first part of the streams' names. */
    public static final String KIND = "referral";

    private final Handling<ReferralState, ReferralCommand, ReferralEvent> referrals;
    private final Links links;
    private final NeededReferrals needed;
    private final Clock clock;

    public ReferralStreams(
            Handling<ReferralState, ReferralCommand, ReferralEvent> referrals,
            Links links,
            NeededReferrals needed,
            Clock clock) {
        this.referrals = referrals;
        this.links = links;
        this.needed = needed;
        this.clock = clock;
    }

    /** The name of the referral's stream. */
    public static String stream(String referralId) {
        return KIND + "/" + referralId;
    }

    /** Every referral that goes by this consent learns of it. */
    Mono<Void> hear(Consent consent, Heard<?> heard) {
        return links.byConsent(consent.id())
                .concatMap(id -> handle(id, new ReferralCommand.HearConsent(consent, clock.instant()), heard))
                .then();
    }

    /** Nobody of the case waits for one; every open referral is taken back; one that has ended refuses, which is well. */
    Mono<Void> takeBack(String caseId, Heard<?> heard) {
        return needed.erased(caseId)
                .thenMany(links.ofCase(caseId))
                .concatMap(
                        id -> handle(id, new ReferralCommand.Cancel(CancelReason.CASE_ERASED, clock.instant()), heard))
                .then();
    }

    /** Tells again of every referral of the case, for somebody who missed it. */
    Mono<Void> retell(String caseId) {
        return links.ofCase(caseId)
                .concatMap(id -> referrals.retell(stream(id)))
                .then();
    }

    private Mono<Handled<ReferralState, ReferralEvent>> handle(String id, ReferralCommand command, Heard<?> heard) {
        return referrals.handle(stream(id), command, heard.cause(clock.instant()));
    }
}
