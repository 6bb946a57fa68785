package org.holdfast.intake.stream;

import java.util.Optional;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.AlertDelivered;
import org.holdfast.contracts.notification.AlertEngaged;
import org.holdfast.contracts.notification.AlertExhausted;
import org.holdfast.contracts.notification.AlertMessage;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.notification.NotificationMessage;
import org.holdfast.intake.domain.outcome.AlertNotice;
import org.holdfast.intake.domain.outcome.AlertNotice.Kind;
import org.holdfast.intake.domain.outcome.AlertNotice.Who;
import org.jspecify.annotations.Nullable;

/**
 * What a message about the alert of a contact means to the contact.
 *
 * @param contactId the contact
 * @param caseId its case
 * @param notice what happened
 */
record AlertNoticed(String contactId, String caseId, AlertNotice notice) {

    /** What the message says, or empty where it says nothing about one alert. */
    static Optional<AlertNoticed> of(NotificationMessage message) {
        return message instanceof AlertMessage alert ? Optional.of(of(alert)) : Optional.empty();
    }

    private static AlertNoticed of(AlertMessage alert) {
        return switch (alert) {
            case AlertRaised it -> noticed(it, Kind.RAISED, new Who(null, null, null, it.code(), it.factId()));
            case AlertDelivered it ->
                noticed(it, Kind.DELIVERED, new Who(it.person(), it.channel(), it.step(), null, null));
            case AlertAcknowledged it -> noticed(it, Kind.ACKNOWLEDGED, by(it.person(), null));
            case AlertEngaged it -> noticed(it, Kind.ENGAGED, by(it.person(), null));
            case AlertExhausted it -> noticed(it, Kind.EXHAUSTED, new Who(null, null, null, null, null));
            case AlertClosed it -> noticed(it, Kind.CLOSED, by(it.person(), it.reason()));
        };
    }

    private static AlertNoticed noticed(AlertMessage alert, Kind kind, Who who) {
        return new AlertNoticed(
                alert.contactId(),
                alert.caseId(),
                new AlertNotice(alert.alertId(), alert.episode(), alert.version(), kind, who, alert.at()));
    }

    private static Who by(String person, @Nullable String code) {
        return new Who(person, null, null, code, null);
    }
}
