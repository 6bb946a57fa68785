package org.holdfast.benchmarks.load;

import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Contacts as fast as they are taken, with a few under way at once. */
public final class ClosedLoop {

    private final Target target;
    private final int atOnce;

    public ClosedLoop(Target target, int atOnce) {
        this.target = target;
        this.atOnce = atOnce;
    }

    /**
     * What was taken.
     *
     * @param pages those that must come
     * @param refused contacts that were not taken
     */
    public record Result(Queue<String> pages, int refused) {}

    /** Sends that many, each of the kind that its number has. */
    public Result send(int count, IntFunction<Kind> kinds) {
        Queue<String> pages = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int desk = 0; desk < atOnce; desk++) {
                desks.execute(() -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        Kind kind = kinds.apply(i);
                        try {
                            String page = target.open(kind).join();
                            if (kind == Kind.URGENT) {
                                pages.add(page);
                            }
                        } catch (CompletionException notTaken) {
                            refused.incrementAndGet();
                        }
                    }
                });
            }
        }
        return new Result(pages, refused.get());
    }
}
