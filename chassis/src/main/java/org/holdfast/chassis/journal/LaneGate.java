package org.holdfast.chassis.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import reactor.core.publisher.Mono;

/**
 * While something urgent is in hand anywhere in this process, routine work waits before it takes the next piece: all services of a
 * process share its processor and its way to the store. Routine work is held up for half of the time at most, because where one
 * emergency follows the other something urgent is always in hand, and what the desk waits to hear of them travels on routine
 * topics too. What is in hand already cannot be held up, so not much of it is taken in hand at once.
 */
public final class LaneGate {

    /** For how long routine work is held up at most. */
    static final long HELD_MILLIS = 100;

    /** For how long it is not held up after that, whatever is in hand. */
    static final long OPEN_MILLIS = 100;

    /** How much routine work is in hand at once: enough that a processor which waits for the store has something else to do. */
    static final int ROUTINE_AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

    /** For how long the next piece waits for one of these to be done, where all of them hang. */
    static final long CROWDED_MILLIS = 250;

    /** How long what was told is on its way to who hears it. */
    private static final long UNDER_WAY_MILLIS = 40;

    private static final Object PLACE = LaneGate.class;
    private static final long BEGUN = System.nanoTime();
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final LaneGate OF_PROCESS = new LaneGate(HELD_MILLIS, OPEN_MILLIS);

    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Routine work that waits, in the order in which it came: else whoever has just left comes in again before those who wait, and a
     * partition falls behind. Only the first is woken, and it wakes the next.
     */
    private final Deque<Condition> waiting = new ArrayDeque<>();

    private final Condition calm = lock.newCondition();
    private final long heldNanos;
    private final long openNanos;
    private final long crowdedNanos = TimeUnit.MILLISECONDS.toNanos(CROWDED_MILLIS);
    private int urgent;
    private int routine;
    private long busyUntil;
    private long heldUntil;

    LaneGate(long heldMillis, long openMillis) {
        heldNanos = TimeUnit.MILLISECONDS.toNanos(heldMillis);
        openNanos = TimeUnit.MILLISECONDS.toNanos(openMillis);
        heldUntil = -openNanos;
    }

    /** The gate of this process. */
    public static LaneGate ofProcess() {
        return OF_PROCESS;
    }

    /** Takes something in hand: what is urgent at once, what is routine after a wait if it must. To be left once it is done. */
    public void enter(Lane lane) {
        lock.lock();
        try {
            if (lane == Lane.URGENT) {
                urgent++;
            } else {
                awaitTurn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            routine += lane == Lane.ROUTINE ? 1 : 0;
            lock.unlock();
        }
    }

    /**
     * Tells what waits to be told: what is urgent at once, what is routine after a wait if it must. It takes no place in hand, because
     * what has one may wait for it.
     */
    void telling(Lane lane, Runnable telling) {
        if (lane == Lane.URGENT) {
            enter(lane);
            try {
                telling.run();
            } finally {
                leave(lane);
            }
        } else {
            awaitCalm();
            telling.run();
        }
    }

    private void awaitCalm() {
        lock.lock();
        try {
            for (long now = now(); mustWait(now); now = now()) {
                calm.awaitNanos(calmAt() - now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Says that what was taken in hand is done. */
    public void leave(Lane lane) {
        lock.lock();
        try {
            if (lane == Lane.URGENT) {
                urgent--;
                busyUntil = now() + TimeUnit.MILLISECONDS.toNanos(UNDER_WAY_MILLIS);
                calm.signalAll();
            } else {
                routine--;
            }
            wakeFirst();
        } finally {
            lock.unlock();
        }
    }

    /** The work of a piece that was taken in hand: what it waits for on purpose is told by {@link #aside}. */
    public <T> Mono<T> inHand(Lane lane, Mono<T> work) {
        return lane == Lane.ROUTINE ? work.contextWrite(context -> context.put(PLACE, new AtomicInteger())) : work;
    }

    /** Something that is waited for on purpose, so that others come: a piece of routine work has no place in hand meanwhile. */
    public <T> Mono<T> aside(Mono<T> wait) {
        return Mono.deferContextual(context -> {
            AtomicInteger waits = context.getOrDefault(PLACE, null);
            return waits == null
                    ? wait
                    : Mono.defer(() -> {
                                stepAside(waits.getAndIncrement() == 0 ? -1 : 0);
                                return wait;
                            })
                            .doFinally(end -> stepAside(waits.decrementAndGet() == 0 ? 1 : 0));
        });
    }

    private void stepAside(int more) {
        lock.lock();
        try {
            routine += more;
            wakeFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Completes when a piece of routine work may be taken in hand, for who must not hold up a thread. */
    public Mono<Void> whenCalm() {
        return Mono.defer(() -> mustWait() ? Mono.<Boolean>empty() : Mono.just(true))
                .repeatWhenEmpty(again -> again.delayElements(LOOK_AGAIN))
                .then();
    }

    private boolean mustWait() {
        lock.lock();
        try {
            return mustWait(now());
        } finally {
            lock.unlock();
        }
    }

    private void awaitTurn() throws InterruptedException {
        Condition own = lock.newCondition();
        waiting.addLast(own);
        try {
            while (waiting.peekFirst() != own) {
                own.await();
            }
            long crowdedUntil = now() + crowdedNanos;
            for (long now = now(); mustWait(now) || crowded(now, crowdedUntil); now = now()) {
                own.awaitNanos(Math.max(1, (mustWait(now) ? calmAt() : crowdedUntil) - now));
            }
        } finally {
            waiting.remove(own);
            wakeFirst();
        }
    }

    private boolean crowded(long now, long crowdedUntil) {
        return routine >= ROUTINE_AT_ONCE && now < crowdedUntil;
    }

    private long calmAt() {
        return urgent > 0 ? heldUntil : Math.min(heldUntil, busyUntil);
    }

    private void wakeFirst() {
        Condition first = waiting.peekFirst();
        if (first != null) {
            first.signal();
        }
    }

    /** Whoever comes first after an open time begins to be held; a calm moment in between neither ends that nor begins it anew. */
    private boolean mustWait(long now) {
        boolean busy = urgent > 0 || now < busyUntil;
        if (busy && now >= heldUntil + openNanos) {
            heldUntil = now + heldNanos;
        }
        return busy && now < heldUntil;
    }

    private static long now() {
        return System.nanoTime() - BEGUN;
    }
}
