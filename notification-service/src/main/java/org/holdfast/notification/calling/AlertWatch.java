package org.holdfast.notification.calling;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.store.AlertView;
import org.holdfast.notification.store.StoredVersion;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows which alerts wait for somebody, whichever instance decided it, for meters and health. */
public final class AlertWatch implements Projection<AlertState, AlertEvent> {

    private static final int READ_AT_ONCE = 32;

    private final Map<String, AlertView> open = new ConcurrentHashMap<>();
    private final Clock clock;

    public AlertWatch(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        Gauge.builder("holdfast.alerts.unacknowledged", () -> waiting("RINGING") + waiting("EXHAUSTED"))
                .register(meters);
        Gauge.builder("holdfast.alerts.exhausted", () -> waiting("EXHAUSTED")).register(meters);
        Gauge.builder(
                        "holdfast.alerts.oldest.unacknowledged.seconds",
                        () -> oldest().map(Duration::toSeconds).orElse(0L))
                .register(meters);
    }

    @Override
    public Mono<Void> project(Entry<AlertState> entry, List<AlertEvent> events) {
        return Mono.fromRunnable(() -> {
            AlertView view = AlertView.of(entry);
            if (view != null) {
                take(view);
            }
        });
    }

    /**
     * Takes what is open by the store, and lets go of what another instance closed; what this one wrote meanwhile stays.
     *
     * @param stored which version of each open alert is stored
     * @param view reads an alert; asked only for a version that is not known
     */
    Mono<Void> read(Flux<StoredVersion> stored, Function<String, Mono<AlertView>> view) {
        return Mono.defer(() -> {
            Map<String, AlertView> before = Map.copyOf(open);
            return stored.flatMap(
                            one -> knows(one)
                                    ? Mono.just(one.alertId())
                                    : view.apply(one.alertId())
                                            .doOnNext(this::take)
                                            .thenReturn(one.alertId()),
                            READ_AT_ONCE)
                    .collect(Collectors.toSet())
                    .doOnNext(there -> before.forEach((id, known) -> {
                        if (!there.contains(id)) {
                            open.remove(id, known);
                        }
                    }))
                    .then();
        });
    }

    private boolean knows(StoredVersion stored) {
        AlertView known = open.get(stored.alertId());
        return known != null && known.version() >= stored.version();
    }

    /** How many alerts are in the state. */
    public long waiting(String state) {
        return open.values().stream().filter(view -> view.state().equals(state)).count();
    }

    /** How long the oldest alert has waited for somebody to acknowledge, if one does. */
    public Optional<Duration> oldest() {
        Instant now = clock.instant();
        return open.values().stream()
                .filter(view -> view.state().equals("RINGING") || view.state().equals("EXHAUSTED"))
                .map(view -> Duration.between(view.raisedAt(), now))
                .max(Comparator.naturalOrder());
    }

    private void take(AlertView view) {
        open.compute(view.alertId(), (id, known) -> {
            AlertView newer = known != null && known.version() > view.version() ? known : view;
            return newer.open() ? newer : null;
        });
    }
}
