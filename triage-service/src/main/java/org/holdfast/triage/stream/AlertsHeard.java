package org.holdfast.triage.stream;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Predicate;
import org.holdfast.chassis.observe.Expectations;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.notification.AlertClosed;
import org.holdfast.contracts.notification.AlertRaised;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.store.AwaitedAlert;
import org.holdfast.triage.store.AwaitedAlerts;
import org.holdfast.triage.store.RingingAlerts;
import reactor.core.publisher.Mono;

/** Hears that an alert rings, which is what each urgent code waits for. */
public final class AlertsHeard {

    private final AwaitedAlerts alerts;
    private final RingingAlerts rings;
    private final AlertsAwaited awaited;
    private final Expectations expectations;

    /** Answers what is awaited. */
    public AlertsHeard(AwaitedAlerts alerts, RingingAlerts rings, AlertsAwaited awaited, Expectations expectations) {
        this.alerts = alerts;
        this.rings = rings;
        this.awaited = awaited;
        this.expectations = expectations;
    }

    /** Completes when it is noted. */
    public Mono<?> hear(Heard<?> heard) {
        return switch (heard.message()) {
            case AlertRaised raised ->
                alerts.answered(raised.caseId(), raised.factId(), raised.at())
                        .then(Mono.fromRunnable(() -> expectations.met(raised.factId())))
                        .then(rings.raised(raised.caseId(), raised.episode(), raised.code()))
                        .flatMap(open ->
                                open ? answered(raised.caseId(), covered(raised.code()), raised.at()) : Mono.empty());
            case AlertClosed closed ->
                rings.closed(closed.caseId(), closed.episode())
                        .flatMap(code -> answered(
                                closed.caseId(),
                                covered(code).and(alert -> !alert.toldAt().isAfter(closed.at())),
                                closed.at()));
            default -> Mono.empty();
        };
    }

    private Mono<Void> answered(String caseId, Predicate<AwaitedAlert> which, Instant at) {
        return alerts.answered(caseId, which, at).flatMap(awaited::answered);
    }

    /** An alert answers each fact of its case that is no more urgent than it rings for. */
    private static Predicate<AwaitedAlert> covered(String rings) {
        return alert -> Arrays.stream(Code.values())
                .anyMatch(code -> code.name().equals(rings) && !alert.code().moreUrgentThan(code));
    }
}
