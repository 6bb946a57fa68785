package org.holdfast.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.holdfast.benchmarks.load.ClosedLoop;
import org.holdfast.benchmarks.load.Kind;
import org.holdfast.benchmarks.load.OpenLoop;
import org.holdfast.benchmarks.load.Target;
import org.holdfast.benchmarks.report.Row;

/** What an urgent contact waits while routine ones come as fast as they are taken and queue behind each other. */
final class SurgeSuite {

    private static final String NAME = "surge";
    private static final double GOAL = 3;
    private static final long LOOK_EVERY_NANOS = 250_000_000;

    /** The urgent ones that go on leave some records behind at any time, of which their listeners have not said yet that they heard them. */
    private static final long NEARLY_NONE = 50;

    private static final long LONGEST_NANOS = 180_000_000_000L;

    void run(Scene scene, Target desk, Target bulk) {
        int queued = scene.sizes().queued();
        OpenLoop urgent = new OpenLoop(desk, scene.phone, ChainSuite.CALM_PER_SECOND);
        OpenLoop.Result idle = urgent.send(scene.sizes().idle());
        scene.quiet(desk);
        scene.progress.say("surge: " + queued + " routine contacts come while urgent ones go on");
        AtomicLong deepest = new AtomicLong();
        long begun = System.nanoTime();
        CompletableFuture<ClosedLoop.Result> coming = CompletableFuture.supplyAsync(
                () -> new ClosedLoop(bulk, Scene.AT_ONCE).send(queued, number -> Kind.ROUTINE), Scene.beside());
        CompletableFuture<Void> worked =
                CompletableFuture.runAsync(() -> followTheQueue(bulk, coming, deepest), Scene.beside());
        OpenLoop.Result meanwhile =
                urgent.sendWhile(() -> !worked.isDone() && System.nanoTime() - begun < LONGEST_NANOS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        int refused = get(coming).refused();
        scene.quiet(desk);
        tell(scene, idle, meanwhile, deepest.get(), seconds, refused);
    }

    private static void followTheQueue(Target bulk, CompletableFuture<?> coming, AtomicLong deepest) {
        long left = NEARLY_NONE + 1;
        while (!coming.isDone() || left > NEARLY_NONE) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            left = bulk.progress().left();
            deepest.accumulateAndGet(left, Math::max);
        }
    }

    private static ClosedLoop.Result get(CompletableFuture<ClosedLoop.Result> coming) {
        try {
            return coming.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(
            Scene scene, OpenLoop.Result idle, OpenLoop.Result busy, long deepest, double seconds, int refused) {
        double ratio = busy.latencies().p99() / idle.latencies().p99();
        int lost = idle.lost() + busy.lost() + refused;
        scene.report.figure(NAME, "idle", idle.latencies());
        scene.report.figure(NAME, "busy", busy.latencies());
        scene.report.figure(NAME, "ratioP99", ratio);
        scene.report.figure(NAME, "mostRecordsQueued", deepest);
        scene.report.figure(NAME, "seconds", seconds);
        scene.report.figure(NAME, "lost", lost);
        scene.report.row(Row.plain(
                NAME,
                "urgent to phone, idle, p50 / p99",
                "%.1f / %.1f ms",
                idle.latencies().p50(),
                idle.latencies().p99()));
        scene.report.row(Row.plain(
                NAME,
                "the same while %d routine contacts come, %d samples"
                        .formatted(scene.sizes().queued(), busy.latencies().count()),
                "%.1f / %.1f ms",
                busy.latencies().p50(),
                busy.latencies().p99()));
        scene.report.row(Row.plain(
                NAME,
                "most records queued; seconds until all but %d were heard".formatted(NEARLY_NONE),
                "%d; %.0f s",
                deepest,
                seconds));
        scene.report.row(Row.plain(NAME, "p99 to idle", "%.2f", ratio).aimed("at most 3", ratio <= GOAL));
        scene.report.row(Row.plain(NAME, "lost", "%d", lost).aimed("0", lost == 0));
    }
}
