package org.holdfast.notification.store;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Versions of an alert that follow each other within a moment, written as the newest of them. */
final class AlertRuns {

    private static final Duration MOMENT = Duration.ofMillis(100);

    /**
     * Versions of one alert that wait to be written.
     *
     * @param first the oldest of them
     * @param newest the one to write
     * @param written completes when it is on disk
     */
    record Run(long first, AlertView newest, Mono<Void> written) {
        private Run with(AlertView other) {
            return new Run(
                    Math.min(first, other.version()), other.version() > newest.version() ? other : newest, written);
        }
    }

    private final Map<String, Run> waiting = new ConcurrentHashMap<>();
    private final Function<Run, Mono<Void>> write;

    AlertRuns(Function<Run, Mono<Void>> write) {
        this.write = write;
    }

    /** Completes when this version or a newer one is on disk; {@code atOnce} if it is to begin no wait. */
    Mono<Void> written(AlertView view, boolean atOnce) {
        return Mono.defer(() -> Objects.requireNonNull(waiting.compute(
                        view.alertId(),
                        (alert, run) ->
                                run == null ? new Run(view.version(), view, soon(alert, atOnce)) : run.with(view)))
                .written());
    }

    private Mono<Void> soon(String alert, boolean atOnce) {
        Mono<?> moment = atOnce ? Mono.empty() : Mono.delay(MOMENT);
        return moment.then(Mono.defer(() -> write.apply(Objects.requireNonNull(waiting.remove(alert)))))
                .cache();
    }
}
