package org.holdfast.intake.stream;

import static org.holdfast.intake.stream.Kept.facts;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.notification.AlertAcknowledged;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.AlertDelivered;
import org.holdfast.contracts.notification.AlertEngaged;
import org.holdfast.contracts.notification.AlertExhausted;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.contracts.notification.NotificationKeyDestroyed;
import org.holdfast.intake.domain.outcome.AlertNotice;
import org.holdfast.intake.domain.outcome.AlertNotice.Kind;
import org.holdfast.intake.domain.outcome.AlertNotice.Who;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Hears who was alerted, and who is with the person. */
public final class AlertsHeard {

    private static final String NOTIFICATION = "notification";

    private final Kept kept;

    /** Keeps what it hears there. */
    public AlertsHeard(Kept kept) {
        this.kept = kept;
    }

    private record About(String contactId, String caseId) {}

    /** Hears one message of {@code alerts}. */
    public Mono<?> hear(Heard<?> heard) {
        return switch (heard.message()) {
            case AlertRaised it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.RAISED,
                                new Who(null, null, null, it.code(), it.factId()),
                                it.at()));
            case AlertDelivered it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.DELIVERED,
                                new Who(it.person(), it.channel(), it.step(), null, null),
                                it.at()));
            case AlertAcknowledged it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.ACKNOWLEDGED,
                                by(it.person(), null),
                                it.at()));
            case AlertEngaged it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.ENGAGED,
                                by(it.person(), null),
                                it.at()));
            case AlertExhausted it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.EXHAUSTED,
                                new Who(null, null, null, null, null),
                                it.at()));
            case AlertClosed it ->
                keep(
                        heard,
                        new About(it.contactId(), it.caseId()),
                        new AlertNotice(
                                it.alertId(),
                                it.episode(),
                                it.version(),
                                Kind.CLOSED,
                                by(it.person(), it.reason()),
                                it.at()));
            case NotificationKeyDestroyed destroyed ->
                kept.destroyed(destroyed.caseId(), heard, NOTIFICATION, destroyed.at());
            default -> Mono.empty();
        };
    }

    private Mono<?> keep(Heard<?> heard, About about, AlertNotice notice) {
        Who who = notice.who();
        return kept.outcomes()
                .hear(about.contactId(), about.caseId(), outcome -> outcome.heard(notice))
                .then(kept.trail(
                        about.caseId(),
                        heard,
                        new Kept.Subject(NOTIFICATION, notice.alertId(), notice.version(), notice.at()),
                        facts(
                                "episode", notice.episode(),
                                "person", who.person(),
                                "channel", who.channel(),
                                "step", who.step(),
                                "code", who.code(),
                                "factId", who.factId())));
    }

    private static Who by(String person, @Nullable String code) {
        return new Who(person, null, null, code, null);
    }
}
