package org.holdfast.local.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets many writers share one commit: each waits for a commit that was begun after its write was applied.
 *
 * <p>The commit runs on a thread of its own and never together with a write, so that what is on disk is always a state between two
 * writes and never half of one.
 */
final class GroupCommit implements AutoCloseable {

    /** The work that puts everything applied so far on disk; returns only when it is there. */
    interface Commit {
        void run() throws Exception;
    }

    private static final long LONGEST_UNTIDY_NANOS = 5_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition reached = lock.newCondition();
    private final Commit commit;
    private final Runnable idle;
    private final Thread thread;
    private long applied;
    private long onDisk;
    private boolean closing;
    private @Nullable Throwable broken;

    /**
     * @param commit puts everything applied on disk
     * @param idle house-keeping for a quiet second, and now and then when there is none
     */
    GroupCommit(Commit commit, Runnable idle) {
        this.commit = commit;
        this.idle = idle;
        this.thread = Thread.ofPlatform().name("store-commit").daemon().start(this::commitUntilClosed);
    }

    /** Notes that a write has been applied; to be called while commits are held off. */
    void applied() {
        lock.lock();
        try {
            applied++;
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when everything applied before this call is on disk. */
    void await() {
        lock.lock();
        try {
            long mine = applied;
            while (onDisk < mine && broken == null) {
                reached.awaitUninterruptibly();
            }
            if (onDisk < mine) {
                throw new IllegalStateException("the store could not put a write on disk: " + broken, broken);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether a commit has failed; nothing is acknowledged any more. */
    boolean isBroken() {
        lock.lock();
        try {
            return broken != null;
        } finally {
            lock.unlock();
        }
    }

    private void commitUntilClosed() {
        long tidied = System.nanoTime();
        while (true) {
            long target;
            lock.lock();
            try {
                if (applied == onDisk && !closing && !waitForWork()) {
                    target = -1;
                } else if (applied == onDisk && closing) {
                    return;
                } else {
                    target = applied;
                }
            } finally {
                lock.unlock();
            }
            if (target >= 0 && !commitTo(target)) {
                return;
            }
            if (target < 0 || System.nanoTime() - tidied > LONGEST_UNTIDY_NANOS) {
                idle.run();
                tidied = System.nanoTime();
            }
        }
    }

    private boolean waitForWork() {
        try {
            return wanted.await(1, TimeUnit.SECONDS) || applied != onDisk || closing;
        } catch (InterruptedException stop) {
            closing = true;
            return true;
        }
    }

    /** The target was applied before the commit begins, so the commit covers it; what comes meanwhile waits for the next one. */
    private boolean commitTo(long target) {
        Throwable failure = null;
        try {
            commit.run();
        } catch (Exception | Error unable) {
            failure = unable;
        }
        lock.lock();
        try {
            if (failure == null) {
                onDisk = Math.max(onDisk, target);
            } else {
                broken = failure;
            }
            reached.signalAll();
            return failure == null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(10_000);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
