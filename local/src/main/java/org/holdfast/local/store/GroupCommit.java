package org.holdfast.local.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does all work on one thread, and puts many writes on disk with one commit before any of them is answered.
 *
 * <p>Whatever waits when a round begins is done in it: first what only reads, which sees what the round before put on disk and is
 * answered at once; then the writes, one after the other; then the commit; then their answers. So nothing is answered that is not on
 * disk, a commit never holds half a write, and nobody has to hand a lock from thread to thread while the processor is short.
 */
final class GroupCommit implements AutoCloseable {

    /** The work that puts everything done so far on disk; returns only when it is there. */
    interface Commit {
        void run() throws Exception;
    }

    private static final long LONGEST_UNTIDY_NANOS = 5_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Queue<Work<?>> reads = new ArrayDeque<>();
    private final Queue<Work<?>> writes = new ArrayDeque<>();
    private final Commit commit;
    private final Runnable idle;
    private final Thread thread;
    private long tidied = System.nanoTime();
    private boolean closing;
    private boolean closed;
    private volatile @Nullable Throwable broken;

    /**
     * @param commit puts everything done on disk
     * @param idle house-keeping for a quiet second, and now and then when there is none
     */
    GroupCommit(Commit commit, Runnable idle) {
        this.commit = commit;
        this.idle = idle;
        this.thread = Thread.ofPlatform().name("store-commit").daemon().start(this::workUntilClosed);
    }

    /** Does what changes nothing; returns what it says of the state on disk. */
    <T> T read(Supplier<T> work) {
        return done(reads, work);
    }

    /** Does what may change something; returns, or throws what it threw, when that is on disk. */
    <T> T write(Supplier<T> work) {
        return done(writes, work);
    }

    private <T> T done(Queue<Work<?>> queue, Supplier<T> work) {
        Work<T> mine = new Work<>(work);
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the store is closed");
            }
            queue.add(mine);
            wanted.signal();
        } finally {
            lock.unlock();
        }
        return mine.answer();
    }

    /** Whether a commit or the house-keeping has failed; nothing is answered any more. */
    boolean isBroken() {
        return broken != null;
    }

    /** How many wait for the next round. */
    int waiting() {
        lock.lock();
        try {
            return reads.size() + writes.size();
        } finally {
            lock.unlock();
        }
    }

    private void workUntilClosed() {
        List<Work<?>> reading = new ArrayList<>();
        List<Work<?>> writing = new ArrayList<>();
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = workOnce(reading, writing);
            } catch (Throwable unable) {
                // a commit, or the house-keeping: the file may be between two states, and this thread is the only one
                broken = unable;
                reading.forEach(work -> work.refuse(unable));
                writing.forEach(work -> work.refuse(unable));
            }
        }
    }

    private boolean workOnce(List<Work<?>> reading, List<Work<?>> writing) throws Exception {
        if (!take(reading, writing)) {
            return false;
        }
        round(reading, writing);
        boolean quiet = reading.isEmpty() && writing.isEmpty();
        if (broken == null && (quiet || System.nanoTime() - tidied > LONGEST_UNTIDY_NANOS)) {
            idle.run();
            tidied = System.nanoTime();
        }
        return true;
    }

    /** Takes whatever waits, nothing after a quiet second; false when it was closed and nothing waits. */
    private boolean take(List<Work<?>> reading, List<Work<?>> writing) {
        reading.clear();
        writing.clear();
        lock.lock();
        try {
            if (reads.isEmpty() && writes.isEmpty() && !closing) {
                wanted.await(1, TimeUnit.SECONDS);
            }
            reading.addAll(reads);
            writing.addAll(writes);
            reads.clear();
            writes.clear();
            closed = closing && reading.isEmpty() && writing.isEmpty();
            return !closed;
        } catch (InterruptedException stop) {
            closing = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void round(List<Work<?>> reading, List<Work<?>> writing) throws Exception {
        Throwable before = broken;
        if (before != null) {
            reading.forEach(work -> work.refuse(before));
            writing.forEach(work -> work.refuse(before));
            return;
        }
        reading.forEach(work -> {
            work.run();
            work.tell();
        });
        if (!writing.isEmpty()) {
            // also when one of them failed: a bulk may have been applied in part
            writing.forEach(Work::run);
            commit.run();
            writing.forEach(Work::tell);
        }
    }

    /** Returns when everything that waits was done and told: what writes the file must never lose it in the middle. */
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
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something to do, and who waits for it. */
    private static final class Work<T> {

        private final Supplier<T> work;
        private final CompletableFuture<T> told = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Work(Supplier<T> work) {
            this.work = work;
        }

        void run() {
            try {
                result = work.get();
            } catch (RuntimeException | Error failed) {
                failure = failed;
            }
        }

        void tell() {
            if (failure == null) {
                told.complete(result);
            } else {
                told.completeExceptionally(failure);
            }
        }

        void refuse(Throwable broken) {
            told.completeExceptionally(
                    new IllegalStateException("the store could not put a write on disk: " + broken, broken));
        }

        T answer() {
            try {
                return told.join();
            } catch (CompletionException failed) {
                switch (failed.getCause()) {
                    case RuntimeException one -> throw one;
                    case Error one -> throw one;
                    case null, default -> throw failed;
                }
            }
        }
    }
}
