package org.holdfast.chassis.journal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
    static final long HELD_MILLIS = 50;

    /** For how long it is not held up after that, whatever is in hand. */
    static final long OPEN_MILLIS = 50;

    /** How much routine work is in hand at once: enough that a processor which waits for the store has something else to do. */
    static final int ROUTINE_AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

    /** For how long the next piece waits for one of these to be done; one that hangs holds up no other for longer. */
    static final long CROWDED_MILLIS = 250;

    /** How long what was told is on its way to who hears it. */
    private static final long UNDER_WAY_MILLIS = 20;

    private static final long BEGUN = System.nanoTime();
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final LaneGate OF_PROCESS = new LaneGate(HELD_MILLIS, OPEN_MILLIS);

    /** In the order in which they came: else whoever has just left comes in again before those who wait, and a partition falls behind. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Condition calm = lock.newCondition();
    private final Condition room = lock.newCondition();
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
                room.signal();
            }
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
        awaitCalm();
        for (long left = crowdedNanos; routine >= ROUTINE_AT_ONCE && left > 0; awaitCalm()) {
            left = room.awaitNanos(left);
        }
    }

    private void awaitCalm() throws InterruptedException {
        for (long now = now(); mustWait(now); now = now()) {
            calm.awaitNanos((urgent > 0 ? heldUntil : Math.min(heldUntil, busyUntil)) - now);
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
