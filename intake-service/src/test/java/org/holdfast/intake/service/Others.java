package org.holdfast.intake.service;

import java.util.List;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertDelivered;
import org.holdfast.contracts.notification.AlertEngaged;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.referral.ReferralAccepted;
import org.holdfast.contracts.referral.ReferralCancelled;
import org.holdfast.contracts.referral.ReferralSent;
import org.holdfast.contracts.triage.AssessmentChanged;
import org.holdfast.contracts.triage.Evidence;
import org.holdfast.contracts.triage.Explanation;
import org.holdfast.contracts.triage.UrgentCodeReached;

/** What the other services say. */
final class Others {

    private Others() {}

    static AssessmentChanged assessed(Call call, String code, long contactVersion, long version) {
        return new AssessmentChanged(
                call.contactId,
                call.caseId,
                contactVersion,
                version,
                code,
                null,
                List.of(new Explanation("R12", code, List.of(new Evidence("cssrs.q4", "YES")), "Columbia")),
                List.of("cssrs.q5"),
                List.of(),
                "crisis-triage",
                "1.0.0",
                call.house.clock.instant());
    }

    static UrgentCodeReached reached(Call call, String code, long version) {
        return new UrgentCodeReached(
                "fact-" + call.contactId + "-" + version,
                call.contactId,
                call.caseId,
                version,
                version,
                code,
                call.house.clock.instant(),
                call.house.clock.instant(),
                "R12",
                "1.0.0");
    }

    static AlertRaised raised(Call call, String code, long version) {
        return new AlertRaised(
                call.caseId + ".risk",
                call.contactId,
                call.caseId,
                version,
                1,
                code,
                "fact-" + call.contactId + "-2",
                call.house.clock.instant());
    }

    static AlertDelivered delivered(Call call, long version) {
        return new AlertDelivered(
                call.caseId + ".risk",
                call.contactId,
                call.caseId,
                version,
                1,
                "lena",
                "EMAIL",
                1,
                call.house.clock.instant());
    }

    static AlertAcknowledged acknowledged(Call call, long version) {
        return new AlertAcknowledged(
                call.caseId + ".risk", call.contactId, call.caseId, version, 1, "lena", call.house.clock.instant());
    }

    static AlertEngaged engaged(Call call, long version) {
        return new AlertEngaged(
                call.caseId + ".risk", call.contactId, call.caseId, version, 1, "lena", call.house.clock.instant());
    }

    static ReferralSent sent(Call call, String consentId) {
        return new ReferralSent(
                "ref-" + call.contactId,
                call.contactId,
                call.caseId,
                2,
                "harbour",
                "service-1",
                consentId,
                call.house.clock.instant(),
                call.house.clock.instant());
    }

    static ReferralAccepted accepted(Call call, String consentId) {
        return new ReferralAccepted(
                "ref-" + call.contactId,
                call.contactId,
                call.caseId,
                3,
                "harbour",
                consentId,
                call.house.clock.instant());
    }

    static ReferralCancelled cancelled(Call call) {
        return new ReferralCancelled(
                "ref-" + call.contactId,
                call.contactId,
                call.caseId,
                4,
                "harbour",
                "CONSENT_WITHDRAWN",
                call.house.clock.instant());
    }
}
