package org.holdfast.chassis.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.stream.Consuming;
import org.holdfast.chassis.stream.DeadLetters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts what a person who watches many nights at once must see; no label has more values than the code has words. */
@Configuration(proxyBeanMethods = false)
class MeterWiring {

    @Bean
    MeterBinder journalMeters(Journals journals, Clock clock) {
        return meters -> {
            for (Lane lane : Lane.values()) {
                Gauge.builder("holdfast.relay.waiting", () -> journals.relay().waiting(lane))
                        .tag("lane", lane.name())
                        .register(meters);
            }
            Gauge.builder(
                            "holdfast.relay.oldest.seconds",
                            () -> journals.relay()
                                    .oldest()
                                    .map(oldest -> seconds(Duration.between(oldest, clock.instant())))
                                    .orElse(0.0))
                    .register(meters);
            Gauge.builder(
                            "holdfast.relay.refused",
                            () -> journals.relay().trouble().isPresent() ? 1 : 0)
                    .register(meters);
            Gauge.builder(
                            "holdfast.deadlines.late.seconds",
                            () -> journals.lateness().map(MeterWiring::seconds).orElse(0.0))
                    .register(meters);
        };
    }

    @Bean
    MeterBinder consumingMeters(Consuming consuming) {
        return meters -> Gauge.builder(
                        "holdfast.consuming.standing",
                        () -> consuming.troubles().size())
                .register(meters);
    }

    @Bean
    MeterBinder silenceMeters(ObjectProvider<Expectations> expectations, Clock clock) {
        List<Expectations> all = expectations.orderedStream().toList();
        return meters -> all.forEach(one -> {
            Gauge.builder("holdfast.silence.overdue", () -> one.overdue().size())
                    .tag("missing", one.what())
                    .register(meters);
            Gauge.builder(
                            "holdfast.silence.oldest.seconds",
                            () -> oldest(one.overdue().values(), clock))
                    .tag("missing", one.what())
                    .register(meters);
        });
    }

    @Bean
    Sampled deadLetterMeters(DeadLetters letters) {
        List<String> lanes = Stream.of(Lane.values()).map(Enum::name).toList();
        return new Sampled("holdfast.dead.letters", "lane", () -> lanes, () -> letters.countByLane());
    }

    private static double oldest(Collection<Instant> since, Clock clock) {
        return since.isEmpty() ? 0 : seconds(Duration.between(Collections.min(since), clock.instant()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
