package org.holdfast.intake.stream;

import static org.holdfast.intake.stream.Kept.facts;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.referral.ReferralAccepted;
import org.holdfast.contracts.referral.ReferralCancelled;
import org.holdfast.contracts.referral.ReferralCompleted;
import org.holdfast.contracts.referral.ReferralDeclined;
import org.holdfast.contracts.referral.ReferralExpired;
import org.holdfast.contracts.referral.ReferralKeyDestroyed;
import org.holdfast.contracts.referral.ReferralOpened;
import org.holdfast.contracts.referral.ReferralProposed;
import org.holdfast.contracts.referral.ReferralSent;
import org.holdfast.intake.domain.outcome.ReferralNotice;
import org.holdfast.intake.domain.outcome.ReferralNotice.Kind;
import org.holdfast.intake.domain.outcome.ReferralNotice.What;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Hears what became of the referrals of a contact; a disclosure rests on an acceptance heard here. */
public final class ReferralsHeard {

    private static final String REFERRAL = "referral";

    private final Kept kept;

    /** Keeps what it hears there. */
    public ReferralsHeard(Kept kept) {
        this.kept = kept;
    }

    private record About(String contactId, String caseId) {}

    /** Hears one message of {@code referrals}. */
    public Mono<?> hear(Heard<?> heard) {
        return switch (heard.message()) {
            case ReferralProposed it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.PROPOSED,
                                null,
                                new What(null, null, null, null, it.candidates()),
                                it.at()));
            case ReferralSent it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.SENT,
                                it.partner(),
                                new What(it.service(), it.consentId(), it.respondBy(), null, null),
                                it.at()));
            case ReferralOpened it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new ReferralNotice(
                                it.referralId(), it.version(), Kind.OPENED, it.partner(), What.NOTHING, it.at()));
            case ReferralAccepted it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.ACCEPTED,
                                it.partner(),
                                new What(null, it.consentId(), null, null, null),
                                it.at()));
            case ReferralDeclined it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.DECLINED,
                                it.partner(),
                                because(it.reason()),
                                it.at()));
            case ReferralExpired it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new ReferralNotice(
                                it.referralId(), it.version(), Kind.EXPIRED, it.partner(), What.NOTHING, it.at()));
            case ReferralCancelled it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.CANCELLED,
                                it.partner(),
                                because(it.reason()),
                                it.at()));
            case ReferralCompleted it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.COMPLETED,
                                it.partner(),
                                because(it.outcome()),
                                it.at()));
            case ReferralKeyDestroyed destroyed -> kept.destroyed(destroyed.caseId(), heard, REFERRAL, destroyed.at());
            default -> Mono.empty();
        };
    }

    private Mono<?> keep(Heard<?> heard, About about, ReferralNotice notice) {
        What what = notice.what();
        return kept.outcomes()
                .hear(about.contactId(), about.caseId(), outcome -> outcome.heard(notice))
                .then(kept.trail(
                        about.caseId(),
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

    private static What because(@Nullable String code) {
        return new What(null, null, null, code, null);
    }
}
