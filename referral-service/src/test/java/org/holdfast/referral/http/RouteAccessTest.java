package org.holdfast.referral.http;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.security.RouteAccessContract;
import org.holdfast.chassis.security.Routes;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.referral.ReferralApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(
        classes = ReferralApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=referral",
            "spring.main.web-application-type=reactive",
            "spring.cloud.function.definition=",
            "holdfast.secrets.create=true",
            "holdfast.secrets.directory=target/test-secrets"
        })
@Import(RouteAccessTest.Quiet.class)
class RouteAccessTest extends RouteAccessContract {

    @Autowired
    private List<Routes> routes;

    @Value("${local.server.port}")
    private int port;

    /** Nothing is told. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Quiet {
        @Bean
        Teller teller() {
            return message -> {};
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("holdfast.security.issuer", () -> Tokens.shared().issuer());
        settings.add("holdfast.security.jwks", () -> Tokens.shared().jwks());
        settings.add("holdfast.mongodb.uri", Backends::local);
        settings.add("holdfast.mongodb.database", () -> "referral-routes-" + UUID.randomUUID());
    }

    @Override
    protected List<Routes.Route> table() {
        return routes.stream().flatMap(one -> one.table().stream()).toList();
    }

    @Override
    protected WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
