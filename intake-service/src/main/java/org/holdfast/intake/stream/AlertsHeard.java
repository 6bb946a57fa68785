package org.holdfast.intake.stream;

import static org.holdfast.intake.stream.Kept.facts;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.notification.NotificationKeyDestroyed;
import org.holdfast.contracts.notification.NotificationMessage;
import org.holdfast.intake.domain.outcome.AlertNotice;
import org.holdfast.intake.domain.outcome.AlertNotice.Who;
import reactor.core.publisher.Mono;

/** Hears who was alerted, and who is with the person. */
public final class AlertsHeard {

    private static final String NOTIFICATION = "notification";

    private final Kept kept;

    /** Keeps what it hears there. */
    public AlertsHeard(Kept kept) {
        this.kept = kept;
    }

    /** Hears one message of {@code alerts}. */
    public Mono<?> hear(Heard<?> heard) {
        return switch (heard.message()) {
            case NotificationKeyDestroyed destroyed ->
                kept.destroyed(destroyed.caseId(), heard, NOTIFICATION, destroyed.at());
            case NotificationMessage message ->
                AlertNoticed.of(message)
                        .<Mono<?>>map(noticed -> keep(heard, noticed))
                        .orElse(Mono.empty());
            default -> Mono.empty();
        };
    }

    private Mono<?> keep(Heard<?> heard, AlertNoticed noticed) {
        AlertNotice notice = noticed.notice();
        Who who = notice.who();
        return kept.trails()
                .hear(
                        noticed.contactId(),
                        noticed.caseId(),
                        outcome -> outcome.heard(notice),
                        Kept.line(
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
}
