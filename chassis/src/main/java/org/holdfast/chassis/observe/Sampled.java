package org.holdfast.chassis.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gauges of what must be asked from the store: asked every few seconds, so that no scrape waits for it. What could not be asked
 * is not a number, never nought: not knowing is no good news.
 */
public final class Sampled implements MeterBinder, DisposableBean {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final String meter;
    private final String label;
    private final Supplier<List<String>> values;
    private final Supplier<? extends Mono<Map<String, Long>>> read;
    private final Duration every;
    private final AtomicReference<Map<String, Long>> known = new AtomicReference<>(Map.of());
    private Disposable asking = () -> {};

    /**
     * One gauge for each value of the label.
     *
     * @param values every value that the label can have, so that their number is bounded; asked once, when all is wired
     * @param read asks the store; a value that it does not name is nought
     */
    public Sampled(
            String meter,
            String label,
            Supplier<List<String>> values,
            Supplier<? extends Mono<Map<String, Long>>> read) {
        this(meter, label, values, read, EVERY);
    }

    /**
     * The same for what takes long to count.
     *
     * @param every how often the store is asked; it has as long to answer, five seconds at most
     */
    public Sampled(
            String meter,
            String label,
            Supplier<List<String>> values,
            Supplier<? extends Mono<Map<String, Long>>> read,
            Duration every) {
        this.meter = meter;
        this.label = label;
        this.values = values;
        this.read = read;
        this.every = every;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        List<String> all = List.copyOf(values.get());
        for (String value : all) {
            Gauge.builder(meter, known, latest -> number(latest.get(), value))
                    .tag(label, value)
                    .register(registry);
        }
        asking = Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(
                        tick -> Mono.defer(read)
                                .timeout(every.compareTo(EVERY) < 0 ? every : EVERY)
                                .map(found -> whole(all, found))
                                .onErrorReturn(Map.of()),
                        1)
                .subscribe(known::set);
    }

    @Override
    public void destroy() {
        asking.dispose();
    }

    private static Map<String, Long> whole(List<String> values, Map<String, Long> found) {
        Map<String, Long> all = new java.util.HashMap<>();
        values.forEach(value -> all.put(value, found.getOrDefault(value, 0L)));
        return Map.copyOf(all);
    }

    private static double number(Map<String, Long> all, String value) {
        Long number = all.get(value);
        return number == null ? Double.NaN : number;
    }
}
