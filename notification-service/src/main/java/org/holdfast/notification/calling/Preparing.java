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
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes indexes and takes the first roster, as soon as the store answers. */
public final class Preparing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Preparing.class);

    private final Mono<Void> work;
    private Disposable running = () -> {};
    private volatile boolean started;

    public Preparing(RosterDraft draft, Rosters rosters, Links links, AlertViews views, AlertWatch watch) {
        work = rosters.seed(draft).then(links.prepare()).then(views.prepare()).then(watch.begin(views));
    }

    @Override
    public void start() {
        started = true;
        running = work.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(2))
                        .doBeforeRetry(signal -> LOG.warn(
                                "The roster waits for the store: {}",
                                signal.failure().getClass().getSimpleName())))
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
