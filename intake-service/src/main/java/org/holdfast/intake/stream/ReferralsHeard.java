package org.holdfast.intake.stream;

import static org.holdfast.intake.stream.Kept.facts;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.referral.ReferralKeyDestroyed;
import org.holdfast.contracts.referral.ReferralMessage;
import org.holdfast.intake.domain.outcome.ReferralNotice;
import org.holdfast.intake.domain.outcome.ReferralNotice.What;
import reactor.core.publisher.Mono;

/** Hears what became of the referrals of a contact; a disclosure rests on an acceptance heard here. */
public final class ReferralsHeard {

    private static final String REFERRAL = "referral";

    private final Kept kept;

    /** Keeps what it hears there. */
    public ReferralsHeard(Kept kept) {
        this.kept = kept;
    }

    /** Hears one message of {@code referrals}. */
    public Mono<?> hear(Heard<?> heard) {
        return switch (heard.message()) {
            case ReferralKeyDestroyed destroyed -> kept.destroyed(destroyed.caseId(), heard, REFERRAL, destroyed.at());
            case ReferralMessage message ->
                ReferralNoticed.of(message)
                        .<Mono<?>>map(noticed -> keep(heard, noticed))
                        .orElse(Mono.empty());
            default -> Mono.empty();
        };
    }

    private Mono<?> keep(Heard<?> heard, ReferralNoticed noticed) {
        ReferralNotice notice = noticed.notice();
        What what = notice.what();
        return kept.trails()
                .hear(
                        noticed.contactId(),
                        noticed.caseId(),
                        outcome -> outcome.heard(notice),
                        Kept.line(
                                heard,
                                new Kept.Subject(REFERRAL, notice.referralId(), notice.version(), notice.at()),
                                facts(
                                        "partner", notice.partner(),
                                        "service", what.service(),
                                        "consentId", what.consentId(),
                                        "respondBy", what.respondBy(),
                                        "reason", what.reason(),
                                        "candidates", what.candidates())));
    }
}
