package org.holdfast.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.holdfast.benchmarks.measure.Latencies;

/**
 * Urgent contacts by a fixed schedule, whether or not the ones before were answered; the time of each runs from when it was
 * to be sent, so that a target that stands still cannot hide it.
 */
public final class OpenLoop {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 5_000_000;

    private final Target target;
    private final Phone phone;
    private final double perSecond;

    public OpenLoop(Target target, Phone phone, double perSecond) {
        this.target = target;
        this.phone = phone;
        this.perSecond = perSecond;
    }

    /**
     * What came of it.
     *
     * @param latencies from the scheduled sending to the first request at the phone
     * @param lost contacts that were refused, or whose page did not come within a minute
     */
    public record Result(Latencies latencies, int lost) {}

    /** Sends that many. */
    public Result send(int count) {
        AtomicInteger left = new AtomicInteger(count);
        return sendWhile(() -> left.getAndDecrement() > 0);
    }

    /** Sends as long as it is said. */
    public Result sendWhile(BooleanSupplier more) {
        Map<String, Long> scheduled = new ConcurrentHashMap<>();
        AtomicInteger open = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        long begun = System.nanoTime();
        for (int i = 0; more.getAsBoolean(); i++) {
            long due = begun + (long) (i * 1e9 / perSecond);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            open.incrementAndGet();
            target.open(Kind.URGENT).whenComplete((page, failed) -> {
                if (page == null) {
                    refused.incrementAndGet();
                } else {
                    scheduled.put(page, due);
                }
                open.decrementAndGet();
            });
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end
                && !(open.get() == 0 && phone.arrivals().keySet().containsAll(scheduled.keySet()))) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return result(scheduled, refused.get() + open.get());
    }

    private Result result(Map<String, Long> scheduled, int refused) {
        List<Long> latencies = new ArrayList<>();
        int lost = refused;
        for (Map.Entry<String, Long> one : scheduled.entrySet()) {
            Long came = phone.arrivals().get(one.getKey());
            if (came == null) {
                lost++;
            } else {
                latencies.add(came - one.getValue());
            }
        }
        return new Result(Latencies.of(latencies), lost);
    }
}
