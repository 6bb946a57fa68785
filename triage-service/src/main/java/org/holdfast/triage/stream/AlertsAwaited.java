package org.holdfast.triage.stream;

import java.time.Duration;
import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.chassis.journal.Relay;
import org.holdfast.chassis.observe.Expectations;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.Assessment.Assessed;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.store.AwaitedAlert;
import org.holdfast.triage.store.AwaitedAlerts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notices silence: each fact of code A or B must become an alert within seconds, or it is told again until it does. */
public final class AlertsAwaited implements Projection<Assessment, TriageEvent> {

    private final AwaitedAlerts alerts;
    private final Expectations expectations;
    private final Journals journals;
    private final Duration within;

    /** Waits so long before it tells again. */
    public AlertsAwaited(AwaitedAlerts alerts, Expectations expectations, Journals journals, Duration within) {
        this.alerts = alerts;
        this.expectations = expectations;
        this.journals = journals;
        this.within = within;
    }

    @Override
    public Mono<Void> project(Entry<Assessment> entry, List<TriageEvent> events) {
        return switch (entry.state()) {
            case Assessed assessed ->
                Flux.fromIterable(facts(assessed, events))
                        .concatMap(fact -> told(new AwaitedAlert(
                                fact.factId(), assessed.contact().caseId(), entry.id(), fact.code(), entry.time())))
                        .then();
            case Assessment.Erased erased -> forget(entry, erased);
            case Assessment.Unassessed _ -> Mono.empty();
        };
    }

    /** What was told just now; everything ever told when this service resumes after a crash and does not know. */
    private static List<TriageEvent.UrgencyReached> facts(Assessed assessed, List<TriageEvent> events) {
        return events.isEmpty()
                ? assessed.urgent()
                : events.stream()
                        .filter(TriageEvent.UrgencyReached.class::isInstance)
                        .map(TriageEvent.UrgencyReached.class::cast)
                        .toList();
    }

    /** Waits again for everything that was still awaited when this service stopped. */
    public Mono<Void> recover() {
        return alerts.all().doOnNext(this::expect).then();
    }

    /** Notification answered; nothing more is awaited for these facts. */
    Mono<Void> answered(List<AwaitedAlert> answered) {
        return Mono.fromRunnable(() -> answered.forEach(alert -> expectations.met(alert.factId())));
    }

    private Mono<Void> told(AwaitedAlert alert) {
        return alerts.told(alert)
                .doOnNext(open -> {
                    if (open) {
                        expect(alert);
                    }
                })
                .then();
    }

    private void expect(AwaitedAlert alert) {
        expectations.expect(alert.factId(), within, () -> tellAgain(alert));
    }

    /** Another instance may have heard the answer; the store knows. While the broker is away, the first telling still waits. */
    private Mono<Void> tellAgain(AwaitedAlert alert) {
        Relay relay = journals.relay();
        if (relay.trouble().isPresent() && relay.waiting(Lane.URGENT) > 0) {
            return Mono.empty();
        }
        return alerts.open(alert).flatMap(open -> {
            if (open) {
                return journals.retell(ContactsHeard.stream(alert.contactId()));
            }
            expectations.met(alert.factId());
            return Mono.empty();
        });
    }

    private Mono<Void> forget(Entry<Assessment> entry, Assessment.Erased erased) {
        return alerts.answered(erased.caseId(), alert -> alert.contactId().equals(entry.id()), erased.at())
                .flatMap(this::answered);
    }
}
