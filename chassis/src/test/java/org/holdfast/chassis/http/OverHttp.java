package org.holdfast.chassis.http;

import java.time.Duration;
import java.util.Map;
import org.holdfast.chassis.security.Tokens;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A running {@link Desk} and somebody who asks it. */
@SpringBootTest(
        classes = Desk.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.main.web-application-type=reactive", "spring.cloud.function.definition="})
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
abstract class OverHttp {

    @Value("${local.server.port}")
    int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("holdfast.security.issuer", () -> Tokens.shared().issuer());
        settings.add("holdfast.security.jwks", () -> Tokens.shared().jwks());
    }

    WebTestClient anybody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    WebTestClient with(String token) {
        return anybody()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    WebTestClient operator() {
        return with(Tokens.shared().person("mia", "operator"));
    }

    WebTestClient supervisor() {
        return with(Tokens.shared().person("sol", "supervisor"));
    }

    /** Checks that the answer is a problem document of the type, and gives its members. */
    static Map<?, ?> problem(WebTestClient.ResponseSpec answer, int status, String type) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith("application/problem+json")
                .expectBody(Map.class)
                .value(document -> {
                    org.assertj.core.api.Assertions.assertThat(document.get("type"))
                            .isEqualTo("urn:holdfast:problem:" + type);
                    org.assertj.core.api.Assertions.assertThat(document.get("status"))
                            .isEqualTo(status);
                })
                .returnResult()
                .getResponseBody();
    }
}
