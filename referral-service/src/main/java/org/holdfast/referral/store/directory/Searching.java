package org.holdfast.referral.store.directory;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Runs searches off the event loop: a few at once on virtual threads, a short queue, and a deadline; beyond that it refuses. */
public final class Searching implements AutoCloseable {

    private static final int AT_ONCE = 4;
    private static final int QUEUE = 256;

    private final Scheduler scheduler;
    private final Duration deadline;

    /** @param deadline after which a search fails with a {@link TimeoutException}, as one that finds the queue full does */
    public Searching(Duration deadline) {
        this.deadline = deadline;
        this.scheduler = Schedulers.fromExecutorService(
                new ThreadPoolExecutor(
                        AT_ONCE,
                        AT_ONCE,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(QUEUE),
                        Thread.ofVirtual().name("directory-", 0).factory()),
                "directory");
    }

    <T> Mono<T> run(Callable<T> search) {
        return Mono.fromCallable(search)
                .subscribeOn(scheduler)
                .timeout(deadline)
                .onErrorMap(RejectedExecutionException.class, full -> new TimeoutException("too many searches wait"));
    }

    @Override
    public void close() {
        scheduler.dispose();
    }
}
