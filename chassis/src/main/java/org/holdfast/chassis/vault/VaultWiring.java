package org.holdfast.chassis.vault;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.holdfast.chassis.ChassisSettings;
import org.holdfast.chassis.security.Routes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the service's vault with the key-encryption keys of the secrets folder or the environment, and lets them be changed. */
@Configuration(proxyBeanMethods = false)
class VaultWiring {

    @Bean
    Vault vault(MongoDatabase database, ChassisSettings settings, Environment environment) {
        ChassisSettings.Secrets secrets = settings.secrets();
        return Vault.open(
                database, secrets.directory(), environment.getProperty("HOLDFAST_VAULT_KEK"), secrets.create());
    }

    @Bean
    Routes vaultKeyRoutes(Vault vault) {
        return new KeyRoutes(vault).routes();
    }
}
