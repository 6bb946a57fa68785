package org.holdfast.chassis.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;

/** Asks the broker whether it is there, also on a quiet night on which nothing is told. */
final class BrokerHealth implements ReactiveHealthIndicator, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String BINDER = "spring.cloud.stream.kafka.binder.";

    private final Admin admin;

    BrokerHealth(Environment environment) {
        admin = Admin.create(settings(environment));
    }

    /** As the binder's own clients have them. Bound as text: as objects, a name with dots would become maps within maps. */
    static Map<String, Object> settings(Environment environment) {
        Map<String, Object> settings = new HashMap<>(Binder.get(environment)
                .bind(BINDER + "configuration", Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of));
        settings.put(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                environment.getProperty(BINDER + "brokers", "127.0.0.1:19092"));
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    /** By which the broker is asked. */
    Admin admin() {
        return admin;
    }

    @Override
    public Mono<Health> health() {
        int millis = (int) PATIENCE.toMillis();
        return Mono.fromFuture(() -> admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis))
                        .nodes()
                        .toCompletionStage()
                        .toCompletableFuture())
                .timeout(PATIENCE.plusSeconds(1))
                .map(nodes -> Health.up().withDetail("brokers", nodes.size()).build())
                .onErrorResume(e -> Mono.just(Health.down()
                        .withDetail("what", "the broker does not answer")
                        .withDetail("why", e.getClass().getSimpleName())
                        .build()));
    }

    @Override
    public void destroy() {
        admin.close(Duration.ZERO);
    }
}
