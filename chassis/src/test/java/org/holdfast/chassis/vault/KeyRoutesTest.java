package org.holdfast.chassis.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.holdfast.chassis.ChassisSettings;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** Changing the key-encryption key of a running service, as an administrator does it. */
@SpringBootTest(
        classes = KeyRoutesTest.Keeper.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.main.web-application-type=reactive", "spring.cloud.function.definition="})
class KeyRoutesTest {

    private static final String AMINA = "01hamina";

    @TempDir
    static Path secrets;

    @Autowired
    private Vault vault;

    @Value("${local.server.port}")
    private int port;

    /** A service that has nothing but a vault. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.cloud.stream.config.BindingServiceConfiguration",
                "org.springframework.cloud.stream.function.FunctionConfiguration"
            })
    @EnableConfigurationProperties(ChassisSettings.class)
    @ComponentScan(
            basePackages = {"org.holdfast.chassis.http", "org.holdfast.chassis.security", "org.holdfast.chassis.vault"},
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Wiring"))
    static class Keeper {
        @Bean
        MongoDatabase database() {
            return Backends.database(Backends.local());
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("holdfast.security.issuer", () -> Tokens.shared().issuer());
        settings.add("holdfast.security.jwks", () -> Tokens.shared().jwks());
        settings.add("holdfast.secrets.directory", () -> secrets.toString());
        settings.add("holdfast.secrets.create", () -> "true");
    }

    @Test
    void aKeyIsChangedWithoutLosingAWordAndForgottenOnlyWhenNothingNeedsIt() throws IOException {
        await(vault.put(AMINA, "name", "Amina"));
        String before = keyset();

        ask("rotation").expectStatus().isOk().expectBody().jsonPath("$.rotated").isEqualTo(true);
        assertThat(keyset()).isNotEqualTo(before);
        ask("retirement")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:holdfast:problem:vault-older-key-needed");
        assertThat(await(vault.get(AMINA, "name"))).isEqualTo("Amina");

        ask("rewrapping")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rewrapped")
                .isEqualTo(1);
        ask("rewrapping")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.rewrapped")
                .isEqualTo(0);
        ask("retirement")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.retired")
                .isEqualTo(true);

        assertThat(await(vault.get(AMINA, "name"))).isEqualTo("Amina");
    }

    @Test
    void onlyAnAdministratorChangesKeys() throws IOException {
        String before = keyset();

        for (String role : new String[] {"operator", "counselor", "supervisor"}) {
            client(Tokens.shared().person("mia", role))
                    .post()
                    .uri("/admin/vault/rotation")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }

        assertThat(keyset()).isEqualTo(before);
    }

    @Test
    void aKeysetOfTheEnvironmentIsChangedWhereItIsKept() throws IOException {
        Vault other = Vault.open(Backends.database(Backends.local()), secrets, keyset(), false);

        assertThatThrownBy(() -> other.rotate().block(Duration.ofSeconds(5)))
                .isInstanceOf(KeyRoutes.KeysKeptElsewhere.class);
        assertThatThrownBy(() -> other.retire().block(Duration.ofSeconds(5)))
                .isInstanceOf(KeyRoutes.KeysKeptElsewhere.class);
    }

    private WebTestClient.ResponseSpec ask(String what) {
        return client(Tokens.shared().person("ada", "admin"))
                .post()
                .uri("/admin/vault/" + what)
                .exchange();
    }

    private WebTestClient client(String token) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    private static String keyset() throws IOException {
        return Files.readString(secrets.resolve("vault-kek.json"));
    }

    private static <T> T await(Mono<T> work) {
        return Objects.requireNonNullElseGet(work.block(Duration.ofSeconds(10)), () -> (T) "");
    }
}
