package org.holdfast.e2e.containers;

import java.time.Duration;
import java.util.Optional;
import org.holdfast.chassis.testkit.Engine;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The broker of an installation in a container; {@code -Dholdfast.test.kafka-image} names another image that is started like it. */
final class RealKafka implements AutoCloseable {

    private static final Duration ON_A_BUSY_MACHINE = Duration.ofMinutes(4);
    private static final String OFFICIAL = "apache/kafka";
    private static final String IMAGE = System.getProperty("holdfast.test.kafka-image", OFFICIAL + ":4.3.1");

    private final KafkaContainer container = new KafkaContainer(
                    DockerImageName.parse(IMAGE).asCompatibleSubstituteFor(OFFICIAL))
            .withStartupTimeout(ON_A_BUSY_MACHINE);

    /** Why it cannot be had; empty when it can. */
    static Optional<String> missing() {
        return Engine.lacks(IMAGE);
    }

    String start() {
        container.start();
        return container.getBootstrapServers();
    }

    @Override
    public void close() {
        container.close();
    }
}
