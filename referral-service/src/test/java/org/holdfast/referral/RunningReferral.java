package org.holdfast.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.journal.Untold;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.chassis.testkit.MovableClock;
import org.holdfast.referral.store.directory.Directory;
import org.holdfast.referral.stream.AssessmentsHeard;
import org.holdfast.referral.stream.ContactsHeard;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole service on the local store, without a broker: messages are handed in, and what is told is collected. */
@SpringBootTest(
        classes = ReferralApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=referral",
            "spring.main.web-application-type=reactive",
            "spring.cloud.function.definition=",
            "holdfast.secrets.create=true",
            "holdfast.secrets.directory=target/test-secrets",
            "holdfast.referral.matching.deadline=20s",
            "holdfast.referral.intake.client-secret=test-secret"
        })
@Import(RunningReferral.Doubles.class)
public abstract class RunningReferral {

    protected static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    protected static final FakeIntake INTAKE = FakeIntake.start();

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected ConcurrentLinkedQueue<Untold> told;

    @Autowired
    protected ContactsHeard contacts;

    @Autowired
    protected AssessmentsHeard assessments;

    @Autowired
    protected MongoDatabase database;

    @Autowired
    protected Directory directory;

    @Value("${local.server.port}")
    protected int port;

    /** Time that can be moved, and a bus that only remembers. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Doubles {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(NOON);
        }

        @Bean
        ConcurrentLinkedQueue<Untold> told() {
            return new ConcurrentLinkedQueue<>();
        }

        @Bean
        Teller teller(ConcurrentLinkedQueue<Untold> told) {
            return told::add;
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("holdfast.security.issuer", () -> Tokens.shared().issuer());
        settings.add("holdfast.security.jwks", () -> Tokens.shared().jwks());
        settings.add("holdfast.mongodb.uri", Backends::local);
        settings.add("holdfast.mongodb.database", () -> "referral-" + UUID.randomUUID());
        settings.add("holdfast.referral.intake.url", INTAKE::url);
        settings.add("holdfast.referral.intake.token-url", () -> INTAKE.url() + "/oauth2/token");
    }

    @BeforeEach
    void theDirectoryIsRead() {
        eventually(directory::ready);
    }

    // who asks

    protected WebTestClient anybody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    protected WebTestClient with(String token) {
        return anybody()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    protected WebTestClient mia() {
        return with(Tokens.shared().person("mia", "operator"));
    }

    protected WebTestClient harbor() {
        return with(Tokens.shared().client("agency-harbor", "referrals.respond"));
    }

    protected WebTestClient shelter() {
        return with(Tokens.shared().client("agency-shelter", "referrals.respond"));
    }

    protected WebTestClient hal() {
        return with(Tokens.shared().person("hal", "partner"));
    }

    protected WebTestClient sia() {
        return with(Tokens.shared().person("sia", "partner"));
    }

    protected static WebTestClient.ResponseSpec post(
            WebTestClient who, String path, Object body, Map<String, String> more) {
        return who.post()
                .uri(path)
                .headers(headers -> {
                    headers.set("Idempotency-Key", UUID.randomUUID().toString());
                    headers.set("Content-Type", "application/json");
                    more.forEach(headers::set);
                })
                .bodyValue(body)
                .exchange();
    }

    protected static WebTestClient.ResponseSpec post(WebTestClient who, String path, Object body) {
        return post(who, path, body, Map.of());
    }

    protected static Map<?, ?> ok(WebTestClient.ResponseSpec answer, int status) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    protected static void problem(WebTestClient.ResponseSpec answer, int status, String type) {
        answer.expectBody(Map.class).value(document -> {
            assertThat(document.get("type")).isEqualTo("urn:holdfast:problem:" + type);
            assertThat(document.get("status")).isEqualTo(status);
        });
    }

    protected static void eventually(BooleanSupplier condition) {
        eventually("the condition", condition);
    }

    protected static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    protected static <T> void eventuallyIs(T wanted, Supplier<T> value) {
        eventually("becomes " + wanted, () -> wanted.equals(value.get()));
    }
}
