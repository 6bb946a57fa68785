package org.holdfast.referral.store.directory;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Reads the directory at start, for as long as it takes until the store answers, and says in the health how it stands. */
public final class DirectoryLoading implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryLoading.class);

    private final Directory directory;
    private final DirectoryStore store;
    private final DirectorySource source;
    private final double reachKm;
    private volatile boolean running;
    private volatile String trouble = "not read yet";
    private Disposable loading = () -> {};

    /** @param reachKm coordinates farther than this from the middle of the directory are read as unknown */
    public DirectoryLoading(Directory directory, DirectoryStore store, DirectorySource source, double reachKm) {
        this.directory = directory;
        this.store = store;
        this.source = source;
        this.reachKm = reachKm;
    }

    @Override
    public void start() {
        running = true;
        Scheduler files =
                Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "directory-files");
        loading = store.refreshed(source, reachKm, files)
                .publishOn(files)
                .doOnNext(directory::renew)
                .doOnError(e -> trouble = e.getClass().getSimpleName())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(300))
                        .maxBackoff(Duration.ofSeconds(5))
                        .doBeforeRetry(
                                signal -> LOG.warn("The directory cannot be read, trying again", signal.failure())))
                .then(Mono.fromRunnable(
                        () -> LOG.info("The directory \"{}\" has {} services", source.name(), directory.size())))
                .doFinally(end -> files.dispose())
                .subscribe();
    }

    @Override
    public void stop() {
        loading.dispose();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public Health health() {
        Health.Builder health = directory.ready() ? Health.up() : Health.down().withDetail("trouble", trouble);
        return health.withDetail("source", source.name())
                .withDetail("services", directory.size())
                .build();
    }
}
