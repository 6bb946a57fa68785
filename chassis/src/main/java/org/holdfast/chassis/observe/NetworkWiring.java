package org.holdfast.chassis.observe;

import java.util.List;
import java.util.Set;
import org.holdfast.chassis.ChassisSettings;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Looks at where the broker and the database are before anything is sent to them. */
@Configuration(proxyBeanMethods = false)
class NetworkWiring {

    @Bean
    NetworkGuard networkGuard(Environment environment) {
        String trusted = environment.getProperty("holdfast.trusted-hosts", "");
        return new NetworkGuard(
                trusted.isBlank() ? Set.of() : Set.of(trusted.strip().split("\\s*,\\s*")));
    }

    @Bean
    InitializingBean guardedNetwork(NetworkGuard guard, ChassisSettings settings, Environment environment) {
        return () -> {
            List<String> faults = guard.faults(
                    settings.mongodb().uri(),
                    environment.getProperty("spring.cloud.stream.kafka.binder.brokers", "127.0.0.1:19092"),
                    environment.getProperty(
                            "spring.cloud.stream.kafka.binder.configuration.security.protocol", "PLAINTEXT"));
            faults.addAll(guard.faultsOfAddress(
                    "holdfast.traces.endpoint", settings.traces().endpoint()));
            faults.addAll(faultsOfTheIssuersKeys(guard, environment));
            if (!faults.isEmpty()) {
                throw new IllegalStateException(String.join("; ", faults));
            }
        };
    }

    /** Whoever can change the keys on their way can be anybody. */
    private static List<String> faultsOfTheIssuersKeys(NetworkGuard guard, Environment environment) {
        String keys = environment.getProperty("holdfast.security.jwks", "");
        return keys.isBlank()
                ? guard.faultsOfAddress("holdfast.security.issuer", environment.getProperty("holdfast.security.issuer"))
                : guard.faultsOfAddress("holdfast.security.jwks", keys);
    }
}
