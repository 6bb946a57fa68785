package org.holdfast.chassis.stream;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Hears what a poll gave: each key in its order, different keys side by side. */
final class Hands {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("hearing-", 0).factory());

    /** Returns when all are heard; fails as the first of them that failed, after each of the others was tried. */
    void hear(Collection<List<Polled>> byKey, Consumer<Polled> hearing) {
        if (byKey.size() == 1) {
            byKey.iterator().next().forEach(hearing);
            return;
        }
        List<Callable<Void>> all = byKey.stream()
                .<Callable<Void>>map(records -> () -> {
                    records.forEach(hearing);
                    return null;
                })
                .toList();
        try {
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyDown("stopping");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        }
    }
}
