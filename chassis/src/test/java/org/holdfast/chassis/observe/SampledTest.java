package org.holdfast.chassis.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SampledTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicReference<Mono<Map<String, Long>>> store = new AtomicReference<>(Mono.never());
    private final Sampled sampled =
            new Sampled("queue", "code", () -> List.of("A", "B"), () -> Mono.defer(store::get), Duration.ofMillis(20));

    @AfterEach
    void end() {
        sampled.destroy();
    }

    @Test
    void saysWhatTheStoreSaysAndNoughtWhereItNamesNone() {
        store.set(Mono.just(Map.of("B", 3L)));
        sampled.bindTo(meters);
        await("B", number -> number == 3);
        await("A", number -> number == 0);
    }

    @Test
    void whatCannotBeAskedIsNotNought() {
        store.set(Mono.just(Map.of("B", 3L)));
        sampled.bindTo(meters);
        await("B", number -> number == 3);
        store.set(Mono.error(new IllegalStateException("away")));
        await("B", Double::isNaN);
        await("A", Double::isNaN);
        store.set(Mono.never());
        await("B", Double::isNaN);
        store.set(Mono.just(Map.of("B", 4L)));
        await("B", number -> number == 4);
    }

    @Test
    void beforeTheFirstAnswerItIsNotNought() {
        sampled.bindTo(meters);
        assertThat(value("A")).isNaN();
    }

    private double value(String code) {
        return meters.get("queue").tag("code", code).gauge().value();
    }

    private void await(String code, DoublePredicate good) {
        Flux.interval(Duration.ofMillis(5))
                .filter(tick -> good.test(value(code)))
                .blockFirst(Duration.ofSeconds(20));
    }
}
