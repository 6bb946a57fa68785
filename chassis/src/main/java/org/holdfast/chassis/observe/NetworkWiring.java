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
    InitializingBean guardedNetwork(ChassisSettings settings, Environment environment) {
        return () -> {
            String trusted = environment.getProperty("holdfast.trusted-hosts", "");
            NetworkGuard guard = new NetworkGuard(trusted.isBlank() ? Set.of() : Set.of(trusted.split("\\s*,\\s*")));
            List<String> faults = guard.faults(
                    settings.mongodb().uri(),
                    environment.getProperty("spring.cloud.stream.kafka.binder.brokers", "127.0.0.1:19092"),
                    environment.getProperty(
                            "spring.cloud.stream.kafka.binder.configuration.security.protocol", "PLAINTEXT"));
            faults.addAll(guard.faultsOfTraces(settings.traces().endpoint()));
            if (!faults.isEmpty()) {
                throw new IllegalStateException(String.join("; ", faults));
            }
        };
    }
}
