package org.holdfast.identity;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.holdfast.identity.domain.SignInThrottle;
import org.holdfast.identity.http.ClientTries;
import org.holdfast.identity.http.SecurityChains;
import org.holdfast.identity.http.SignInRoutes;
import org.holdfast.identity.http.SignInTries;
import org.holdfast.identity.store.Clients;
import org.holdfast.identity.store.DatabaseGuard;
import org.holdfast.identity.store.People;
import org.holdfast.identity.store.SigningIn;
import org.holdfast.identity.store.StoredClients;
import org.holdfast.identity.tokens.RecentAuthorizations;
import org.holdfast.identity.tokens.RolesInTokens;
import org.holdfast.identity.tokens.SigningKeys;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The issuer: wiring on one page. Each auto-configuration is named, so that what else is on the classpath changes nothing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
public class IdentityApplication {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(IdentityApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=identity")
                .run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MongoClient mongoClient(IdentitySettings settings) {
        new DatabaseGuard(settings.trustedHosts()).check(settings.mongodb().uri());
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.mongodb().uri()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
    }

    @Bean
    MongoDatabase database(MongoClient client, IdentitySettings settings) {
        return client.getDatabase(settings.mongodb().database());
    }

    @Bean
    People people(MongoDatabase database) {
        return new People(database);
    }

    @Bean
    Clients clients(MongoDatabase database) {
        return new Clients(database);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** What is declared is put in place before the first request. */
    @Bean
    SmartInitializingSingleton declared(
            IdentitySettings settings,
            People people,
            Clients clients,
            PasswordEncoder encoder,
            Environment environment) {
        return () -> {
            Demo demo = new Demo(people, clients, encoder);
            if (settings.demo()) {
                Demo.onlyOnLoopback(environment.getProperty("server.address"));
                demo.make();
            } else {
                demo.forget();
            }
            settings.identity().people().forEach(one -> people.put(one.person()));
            settings.identity().clients().forEach(one -> clients.put(one.client()));
            if (!settings.demo()) {
                Leavers.goOf(
                        "people",
                        settings.identity().people(),
                        one -> one.person().id(),
                        people::keepOnly);
                Leavers.goOf(
                        "clients",
                        settings.identity().clients(),
                        one -> one.client().id(),
                        clients::keepOnly);
            }
        };
    }

    @Bean
    SigningIn signingIn(People people) {
        return new SigningIn(people);
    }

    @Bean
    StoredClients registeredClients(Clients clients, IdentitySettings settings) {
        return new StoredClients(clients, settings.identity().tokenLife());
    }

    @Bean
    RecentAuthorizations authorizations(Clock clock) {
        return new RecentAuthorizations(clock);
    }

    @Bean
    RolesInTokens rolesInTokens(People people) {
        return new RolesInTokens(people);
    }

    @Bean
    SigningKeys signingKeys(IdentitySettings settings, Clock clock) {
        return SigningKeys.in(settings.secrets().directory(), clock.instant());
    }

    @Bean
    JWKSource<SecurityContext> keySource(SigningKeys keys) {
        return new ImmutableJWKSet<>(keys.all());
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> source, SigningKeys keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(source);
        encoder.setJwkSelector(candidates -> candidates.stream()
                .filter(key -> keys.signing().equals(key.getKeyID()))
                .findFirst()
                .orElseThrow());
        return encoder;
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> source) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(source);
    }

    @Bean
    AuthorizationServerSettings serverSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.security().issuer().toString())
                .build();
    }

    @Bean
    HttpFirewall firewall() {
        return SecurityChains.firewall();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, Clock clock) {
        return SecurityChains.protocol(http, new ClientTries(clock));
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Clock clock) {
        return SecurityChains.pages(http, new SignInTries(new SignInThrottle(), clock));
    }

    @Bean
    RouterFunction<ServerResponse> routes(MongoDatabase database) {
        return SignInRoutes.routes(() -> {
            try {
                database.runCommand(new Document("ping", 1));
                return null;
            } catch (RuntimeException unreachable) {
                return "MongoDB does not answer: " + unreachable.getClass().getSimpleName();
            }
        });
    }
}
