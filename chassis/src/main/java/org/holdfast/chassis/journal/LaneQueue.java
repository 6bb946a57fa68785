package org.holdfast.chassis.journal;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lane of the relay: a bounded queue and threads of its own, so that no lane waits for another. */
final class LaneQueue {

    private static final Logger LOG = LoggerFactory.getLogger(LaneQueue.class);
    private static final int THREADS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private record Waiting(Untold message, Runnable told) {}

    private final Lane lane;
    private final Teller teller;
    private final BlockingQueue<Waiting> queue;
    private final AtomicInteger inHand = new AtomicInteger();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private final LaneGate gate = LaneGate.ofProcess();
    private final ExecutorService threads;

    LaneQueue(Lane lane, Teller teller, int capacity) {
        this.lane = lane;
        this.teller = teller;
        queue = new LinkedBlockingQueue<>(capacity);
        threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name("relay-" + lane.name().toLowerCase() + "-", 0)
                .factory());
    }

    void start() {
        for (int i = 0; i < THREADS; i++) {
            threads.execute(this::work);
        }
    }

    void stop() {
        threads.shutdownNow();
    }

    /** Takes the message, or answers false when the lane is full: the sweeper will find it in the journal. */
    boolean offer(Untold message, Runnable told) {
        return queue.offer(new Waiting(message, told));
    }

    /** How many messages are not yet told. */
    int waiting() {
        return queue.size() + inHand.get();
    }

    /** Why telling fails just now, or null when it does not. */
    @Nullable
    String trouble() {
        return trouble.get();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Waiting next = queue.take();
                inHand.incrementAndGet();
                try {
                    tell(next);
                } finally {
                    inHand.decrementAndGet();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is urgent is in hand while it is tried, not while it waits for the next try. */
    private void told(Untold message) {
        gate.telling(lane, () -> teller.tell(message));
    }

    private void tell(Waiting next) throws InterruptedException {
        for (long wait = 50; ; wait = Math.min(wait * 2, LONGEST_WAIT.toMillis())) {
            try {
                told(next.message());
                if (trouble.getAndSet(null) != null) {
                    LOG.info("Relay lane {} tells again", lane);
                }
                next.told().run();
                return;
            } catch (RuntimeException e) {
                String why = e.getClass().getSimpleName();
                if (trouble.getAndSet(why) == null) {
                    LOG.warn("Relay lane {} cannot tell, trying on: {}", lane, why);
                }
                TimeUnit.MILLISECONDS.sleep(wait);
            }
        }
    }
}
