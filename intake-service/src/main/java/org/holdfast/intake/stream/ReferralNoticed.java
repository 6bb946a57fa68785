package org.holdfast.intake.stream;

import java.util.Optional;
import org.holdfast.contracts.referral.PartnersPublished;
import org.holdfast.contracts.referral.ReferralAccepted;
import org.holdfast.contracts.referral.ReferralCancelled;
import org.holdfast.contracts.referral.ReferralCompleted;
import org.holdfast.contracts.referral.ReferralDeclined;
import org.holdfast.contracts.referral.ReferralExpired;
import org.holdfast.contracts.referral.ReferralKeyDestroyed;
import org.holdfast.contracts.referral.ReferralMessage;
import org.holdfast.contracts.referral.ReferralOpened;
import org.holdfast.contracts.referral.ReferralProposed;
import org.holdfast.contracts.referral.ReferralSent;
import org.holdfast.intake.domain.outcome.ReferralNotice;
import org.holdfast.intake.domain.outcome.ReferralNotice.Kind;
import org.holdfast.intake.domain.outcome.ReferralNotice.What;
import org.jspecify.annotations.Nullable;

/**
 * What a message about the referral of a contact means to the contact.
 *
 * @param contactId the contact
 * @param caseId its case
 * @param notice what happened
 */
record ReferralNoticed(String contactId, String caseId, ReferralNotice notice) {

    /** What the message says, or empty where it says nothing about one referral. */
    static Optional<ReferralNoticed> of(ReferralMessage message) {
        return switch (message) {
            case ReferralProposed it ->
                Optional.of(new ReferralNoticed(
                        it.contactId(),
                        it.caseId(),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.PROPOSED,
                                null,
                                new What(null, null, null, null, it.candidates()),
                                it.at())));
            case ReferralSent it ->
                Optional.of(new ReferralNoticed(
                        it.contactId(),
                        it.caseId(),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.SENT,
                                it.partner(),
                                new What(it.service(), it.consentId(), it.respondBy(), null, null),
                                it.at())));
            case ReferralOpened it ->
                Optional.of(new ReferralNoticed(
                        it.contactId(),
                        it.caseId(),
                        new ReferralNotice(
                                it.referralId(), it.version(), Kind.OPENED, it.partner(), What.NOTHING, it.at())));
            case ReferralAccepted it ->
                Optional.of(new ReferralNoticed(
                        it.contactId(),
                        it.caseId(),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.ACCEPTED,
                                it.partner(),
                                new What(null, it.consentId(), null, null, null),
                                it.at())));
            case ReferralDeclined it ->
                Optional.of(new ReferralNoticed(
                        it.contactId(),
                        it.caseId(),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.DECLINED,
                                it.partner(),
                                because(it.reason()),
                                it.at())));
            case ReferralExpired it ->
                Optional.of(new ReferralNoticed(
                        it.contactId(),
                        it.caseId(),
                        new ReferralNotice(
                                it.referralId(), it.version(), Kind.EXPIRED, it.partner(), What.NOTHING, it.at())));
            case ReferralCancelled it ->
                Optional.of(new ReferralNoticed(
                        it.contactId(),
                        it.caseId(),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.CANCELLED,
                                it.partner(),
                                because(it.reason()),
                                it.at())));
            case ReferralCompleted it ->
                Optional.of(new ReferralNoticed(
                        it.contactId(),
                        it.caseId(),
                        new ReferralNotice(
                                it.referralId(),
                                it.version(),
                                Kind.COMPLETED,
                                it.partner(),
                                because(it.outcome()),
                                it.at())));
            case ReferralKeyDestroyed _, PartnersPublished _ -> Optional.empty();
        };
    }

    private static What because(@Nullable String code) {
        return new What(null, null, null, code, null);
    }
}
