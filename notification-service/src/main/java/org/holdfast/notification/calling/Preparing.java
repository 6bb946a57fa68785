package org.holdfast.notification.calling;

import java.time.Duration;
import org.holdfast.notification.domain.roster.RosterDraft;
import org.holdfast.notification.store.AlertViews;
import org.holdfast.notification.store.Links;
import org.holdfast.notification.store.Rosters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes indexes and takes the first roster, as soon as the store answers; then keeps looking what other instances decided. */
public final class Preparing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Preparing.class);

    /** How soon this instance sees what another one decided. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Mono<Void> work;
    private final Mono<Void> watching;
    private Disposable running = () -> {};
    private volatile boolean started;

    public Preparing(RosterDraft draft, Rosters rosters, Links links, AlertViews views, AlertWatch watch) {
        Mono<Void> read = watch.read(Flux.defer(views::versions), views::get);
        work = rosters.seed(draft).then(links.prepare()).then(views.prepare()).then(read);
        watching = Flux.interval(LOOK_AGAIN)
                .onBackpressureDrop()
                .concatMap(
                        tick -> read.onErrorResume(e -> {
                            LOG.debug(
                                    "The open alerts are read again: {}",
                                    e.getClass().getSimpleName());
                            return Mono.empty();
                        }),
                        1)
                .then();
    }

    @Override
    public void start() {
        started = true;
        running = work.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(2))
                        .doBeforeRetry(signal -> LOG.warn(
                                "The roster waits for the store: {}",
                                signal.failure().getClass().getSimpleName())))
                .then(watching)
                .subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Before timers fire and messages are heard. */
    @Override
    public int getPhase() {
        return -1;
    }
}
