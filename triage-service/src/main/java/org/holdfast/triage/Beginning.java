package org.holdfast.triage;

import java.time.Duration;
import org.holdfast.triage.store.WorkQueue;
import org.holdfast.triage.stream.AlertsAwaited;
import org.holdfast.triage.stream.ProtocolTold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What triage does at each start, trying on while store or broker are away: the protocol is told, open alerts awaited. */
final class Beginning implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final WorkQueue queue;
    private final AlertsAwaited awaited;
    private final ProtocolTold protocol;
    private volatile Disposable work = Disposables.disposed();

    Beginning(WorkQueue queue, AlertsAwaited awaited, ProtocolTold protocol) {
        this.queue = queue;
        this.awaited = awaited;
        this.protocol = protocol;
    }

    @Override
    public void start() {
        work = Disposables.composite(
                untilItWorks(queue.prepare()).subscribe(),
                untilItWorks(awaited.recover()).subscribe(),
                protocol.tell().subscribe());
    }

    @Override
    public void stop() {
        work.dispose();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }

    /** After the journal. */
    @Override
    public int getPhase() {
        return 1;
    }

    private static Mono<Void> untilItWorks(Mono<Void> step) {
        return step.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                .maxBackoff(Duration.ofSeconds(2))
                .doBeforeRetry(signal -> LOG.warn(
                        "A step of the start failed, trying on: {}",
                        signal.failure().getClass().getSimpleName())));
    }
}
