package org.holdfast.intake.stream;

import java.util.Optional;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.AlertDelivered;
import org.holdfast.contracts.notification.AlertEngaged;
import org.holdfast.contracts.notification.AlertExhausted;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.notification.NotificationKeyDestroyed;
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
        return switch (message) {
            case AlertRaised it ->
                Optional.of(new AlertNoticed(
                        it.contactId(),
                        it.caseId(),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.RAISED,
                                new Who(null, null, null, it.code(), it.factId()),
                                it.at())));
            case AlertDelivered it ->
                Optional.of(new AlertNoticed(
                        it.contactId(),
                        it.caseId(),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.DELIVERED,
                                new Who(it.person(), it.channel(), it.step(), null, null),
                                it.at())));
            case AlertAcknowledged it ->
                Optional.of(new AlertNoticed(
                        it.contactId(),
                        it.caseId(),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.ACKNOWLEDGED,
                                by(it.person(), null),
                                it.at())));
            case AlertEngaged it ->
                Optional.of(new AlertNoticed(
                        it.contactId(),
                        it.caseId(),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.ENGAGED,
                                by(it.person(), null),
                                it.at())));
            case AlertExhausted it ->
                Optional.of(new AlertNoticed(
                        it.contactId(),
                        it.caseId(),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.EXHAUSTED,
                                new Who(null, null, null, null, null),
                                it.at())));
            case AlertClosed it ->
                Optional.of(new AlertNoticed(
                        it.contactId(),
                        it.caseId(),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.CLOSED,
                                by(it.person(), it.reason()),
                                it.at())));
            case NotificationKeyDestroyed _ -> Optional.empty();
        };
    }

    private static Who by(String person, @Nullable String code) {
        return new Who(person, null, null, code, null);
    }
}
