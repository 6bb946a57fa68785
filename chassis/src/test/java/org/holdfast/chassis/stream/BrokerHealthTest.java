package org.holdfast.chassis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Whoever asks for the broker's health signs in as the service does. */
class BrokerHealthTest {

    @Test
    void asksWithTheCredentialsThatTheServiceHas() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.cloud.stream.kafka.binder.brokers", "kafka:9093")
                .withProperty("spring.cloud.stream.kafka.binder.configuration.security.protocol", "SASL_SSL")
                .withProperty("spring.cloud.stream.kafka.binder.configuration.sasl.mechanism", "PLAIN");

        assertThat(BrokerHealth.settings(environment))
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN");
    }
}
