package org.holdfast.notification.domain.alert;

import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.decide.Refusal;

/** Every no that an alert can give. */
final class AlertRefusals {

    private AlertRefusals() {}

    static Decision<AlertEvent> unknown() {
        return Decision.refused(Refusal.notFound("alert-unknown", "There is no alert for this case."));
    }

    static Decision<AlertEvent> closed() {
        return Decision.refused(Refusal.conflict("alert-closed", "The alert was closed."));
    }

    static Decision<AlertEvent> acknowledgedBy(String person) {
        return Decision.refused(Refusal.conflict(
                "already-acknowledged",
                "The alert was already acknowledged by " + person + "; nothing is left to do."));
    }

    static Decision<AlertEvent> stepOver() {
        return Decision.refused(Refusal.conflict(
                "step-over", "Other people are called by now. Sign in and acknowledge the alert as it is."));
    }

    static Decision<AlertEvent> staleTimer() {
        return Decision.refused(Refusal.conflict("timer-not-wanted", "The alert does not want this timer any more."));
    }
}
