package org.holdfast.intake.domain;

import java.time.Duration;
import java.util.HashSet;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.decide.Refusal;

/** The decisions about what may be shared, with whom, until when. */
final class Sharing {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST = 100;

    private Sharing() {}

    static Decision<ContactEvent> give(Facts facts, ContactCommand.GiveConsent give) {
        if (!give.known().published()) {
            return Decision.refused(Refusal.conflict(
                    "recipients-not-heard",
                    "Which partner agencies there are was not heard yet, and nothing was recorded: try again in a moment."
                            + " If it stays so, the referral service has not started."));
        }
        if (!give.known().has(give.recipient())) {
            return invalid(
                    "recipient-unknown",
                    "A recipient is the id of a partner agency: " + give.known().inWords() + ".",
                    "/recipient");
        }
        if (give.scopes().isEmpty()
                || new HashSet<>(give.scopes()).size() < give.scopes().size()) {
            return invalid("scopes-invalid", "Name at least one scope, and each once.", "/scopes");
        }
        if (!give.until().isAfter(give.at()) || give.until().isAfter(give.at().plus(LONGEST))) {
            return invalid("date-out-of-range", "A consent ends in the future, within 366 days.", "/until");
        }
        if (facts.consents().size() >= MOST) {
            return Decision.refused(Refusal.conflict("contact-full", "This contact holds as many consents as it can."));
        }
        return Decision.accepted(new ContactEvent.ConsentGiven(
                give.consentId(), give.recipient(), give.scopes(), give.until(), give.at()));
    }

    static Decision<ContactEvent> withdraw(Facts facts, ContactCommand.WithdrawConsent withdraw) {
        return facts.consent(withdraw.consentId())
                .map(consent -> consent.withdrawn()
                        ? Decision.<ContactEvent>refused(
                                Refusal.conflict("consent-withdrawn", "This consent was taken back before."))
                        : Decision.<ContactEvent>accepted(
                                new ContactEvent.ConsentWithdrawn(withdraw.consentId(), withdraw.at())))
                .orElseGet(Sharing::unknown);
    }

    static Decision<ContactEvent> disclose(Facts facts, ContactCommand.Disclose disclose) {
        return facts.consent(disclose.consentId())
                .map(consent -> consent.covers(disclose.partner(), disclose.at())
                        ? Decision.<ContactEvent>accepted(new ContactEvent.DetailsDisclosed(
                                disclose.referralId(),
                                disclose.partner(),
                                disclose.consentId(),
                                consent.scopes(),
                                disclose.at()))
                        : Decision.<ContactEvent>refused(Refusal.forbidden(
                                "consent-not-in-force",
                                "The consent was taken back, has ended, or names another recipient.")))
                .orElseGet(Sharing::unknown);
    }

    private static Decision<ContactEvent> unknown() {
        return Decision.refused(Refusal.notFound("consent-not-found", "This contact has no consent of this id."));
    }

    private static Decision<ContactEvent> invalid(String type, String detail, String pointer) {
        return Decision.refused(Refusal.invalid(type, detail, pointer));
    }
}
