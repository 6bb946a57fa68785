package org.holdfast.chassis.stream;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.holdfast.chassis.journal.Lane;

/**
 * While an urgent record is in hand, routine consumers of the same process wait before they take the next one, each for a moment
 * at most: where one emergency follows the other there is always one in hand, and what the desk waits to hear of them
 * travels on routine topics too.
 */
final class LaneGate {

    /** Two hands of a topic still take forty records a second. */
    static final long LONGEST_WAIT_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition calm = lock.newCondition();
    private int urgent;

    void enter(Lane lane) {
        lock.lock();
        try {
            if (lane == Lane.URGENT) {
                urgent++;
                return;
            }
            long left = TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
            while (urgent > 0 && left > 0) {
                left = calm.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void leave(Lane lane) {
        if (lane == Lane.URGENT) {
            lock.lock();
            try {
                if (--urgent == 0) {
                    calm.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
