package org.holdfast.intake.http;

import org.holdfast.chassis.http.Problem;
import org.holdfast.intake.domain.outcome.Outcome;
import org.holdfast.intake.domain.outcome.ReferralNotice;
import org.holdfast.intake.domain.outcome.ReferralStanding;
import org.springframework.http.HttpStatus;

/** What an acceptance that intake heard itself allows a partner agency to ask for. */
final class AcceptanceHeard {

    private AcceptanceHeard() {}

    /** The consent that the acceptance named; fails unless this partner's acceptance was heard and still stands. */
    static String consentId(Outcome outcome, Asked.Disclosure asked) {
        ReferralStanding standing =
                ReferralStanding.of(outcome, asked.referralId()).orElse(null);
        if (standing == null || (standing.last(ReferralNotice.Kind.ACCEPTED).isEmpty() && !standing.over())) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "acceptance-not-heard",
                            "Intake has not heard that this referral was accepted; ask again in a second.")
                    .header("Retry-After", "1");
        }
        ReferralNotice accepted = standing.standingAcceptance()
                .orElseThrow(() -> Problem.of(
                        HttpStatus.FORBIDDEN, "acceptance-not-in-force", "The acceptance of this referral is over."));
        String consentId = accepted.what().consentId();
        if (!asked.partner().equals(accepted.partner()) || consentId == null) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN, "acceptance-not-yours", "Another partner agency accepted this referral.");
        }
        return consentId;
    }
}
