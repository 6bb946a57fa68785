package org.holdfast.chassis.observe;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.stream.Consuming;
import org.holdfast.chassis.stream.DeadLetters;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Makes health say what is wrong, in words, while it is. */
@Configuration(proxyBeanMethods = false)
class ObserveWiring {

    private static final Duration LATE = Duration.ofSeconds(5);

    @Bean
    ReactiveHealthIndicator storeHealthIndicator(com.mongodb.reactivestreams.client.MongoDatabase database) {
        return () -> reactor.core.publisher.Mono.from(database.runCommand(new org.bson.Document("ping", 1)))
                .timeout(Duration.ofSeconds(4))
                .map(pong -> Health.up().build())
                .onErrorResume(e -> reactor.core.publisher.Mono.just(Health.down()
                        .withDetail("what", "the store does not answer")
                        .withDetail("why", e.getClass().getSimpleName())
                        .build()));
    }

    @Bean
    ReactiveHealthIndicator relayHealthIndicator(Journals journals, Clock clock) {
        return () -> reactor.core.publisher.Mono.fromSupplier(() -> {
            Health.Builder health = new Health.Builder().up();
            for (Lane lane : Lane.values()) {
                health.withDetail(
                        "waiting-" + lane.name().toLowerCase(java.util.Locale.ROOT),
                        journals.relay().waiting(lane));
            }
            journals.relay()
                    .trouble()
                    .ifPresent(why -> health.down().withDetail("what", "the broker does not take messages: " + why));
            journals.relay()
                    .oldest()
                    .filter(oldest -> Duration.between(oldest, clock.instant()).compareTo(LATE) > 0)
                    .ifPresent(oldest -> health.down().withDetail("untold-since", oldest.toString()));
            return health.build();
        });
    }

    @Bean
    ReactiveHealthIndicator consumersHealthIndicator(Consuming consuming) {
        return () -> reactor.core.publisher.Mono.fromSupplier(() -> {
            var troubles = consuming.troubles();
            return troubles.isEmpty()
                    ? Health.up().build()
                    : Health.down()
                            .withDetail("what", "topics stand still until what they need is back")
                            .withDetail("topics", troubles)
                            .build();
        });
    }

    @Bean
    ReactiveHealthIndicator deadlinesHealthIndicator(Journals journals) {
        return () -> reactor.core.publisher.Mono.fromSupplier(() -> journals.lateness()
                .filter(late -> late.compareTo(LATE) > 0)
                .map(late -> Health.down()
                        .withDetail("what", "a timer is late by " + late.toSeconds() + " s")
                        .build())
                .orElseGet(() -> Health.up().build()));
    }

    @Bean
    ReactiveHealthIndicator deadLettersHealthIndicator(DeadLetters letters) {
        return () -> letters.count()
                .map(count -> count == 0
                        ? Health.up().build()
                        : Health.down()
                                .withDetail("what", count + " dead letters: look at /admin/dead-letters")
                                .build())
                .timeout(Duration.ofSeconds(4))
                .onErrorResume(e -> reactor.core.publisher.Mono.just(Health.unknown()
                        .withDetail("what", "the store does not answer")
                        .build()));
    }

    @Bean
    ReactiveHealthIndicator silenceHealthIndicator(ObjectProvider<Expectations> expectations) {
        List<Expectations> all = expectations.orderedStream().toList();
        return () -> reactor.core.publisher.Mono.fromSupplier(() -> {
            Health.Builder health = new Health.Builder().up();
            for (Expectations one : all) {
                var overdue = one.overdue();
                if (!overdue.isEmpty()) {
                    health.down()
                            .withDetail(
                                    "no-" + one.what(),
                                    overdue.size() + " waited for, the oldest since "
                                            + Collections.min(overdue.values()));
                }
            }
            return health.build();
        });
    }

    @Bean
    Listening silenceNoticed(ObjectProvider<Expectations> expectations) {
        return new Listening(expectations.orderedStream().toList());
    }

    /** Asks for what is overdue, four times a second. */
    static final class Listening implements DisposableBean {

        private final Scheduler scheduler = Schedulers.newSingle("silence", true);

        Listening(List<Expectations> expectations) {
            scheduler.schedulePeriodically(
                    () -> expectations.forEach(Expectations::tick), 250, 250, TimeUnit.MILLISECONDS);
        }

        @Override
        public void destroy() {
            scheduler.dispose();
        }
    }
}
