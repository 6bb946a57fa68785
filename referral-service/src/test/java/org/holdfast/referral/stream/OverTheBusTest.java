package org.holdfast.referral.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.WireCheck;
import org.holdfast.contracts.intake.CaseErased;
import org.holdfast.contracts.intake.ConsentRecorded;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.referral.ReferralApplication;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.store.directory.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Referral over a real broker: what it hears, what it tells, and that a wait outlives a restart. */
class OverTheBusTest {

    private static final String HARBOR = "harbor-crisis-response";
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final String DATABASE = "referral-bus-" + UUID.randomUUID();

    private static EmbeddedKafkaKraftBroker broker;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void begin() {
        broker = new EmbeddedKafkaKraftBroker(1, 4);
        broker.afterPropertiesSet();
        service = started();
    }

    @AfterAll
    static void end() {
        service.close();
        broker.destroy();
    }

    private static ConfigurableApplicationContext started() {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=referral",
                "--server.port=0",
                "--holdfast.kafka.brokers=" + broker.getBrokersAsString(),
                "--holdfast.mongodb.uri=" + Backends.local(),
                "--holdfast.mongodb.database=" + DATABASE,
                "--holdfast.secrets.directory=target/test-secrets",
                "--holdfast.secrets.create=true",
                "--holdfast.referral.matching.deadline=20s",
                "--holdfast.referral.respond.consent-wait=8s"));
        for (String setting : Tokens.shared().settings()) {
            arguments.add("--" + setting);
        }
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(ReferralApplication.class).run(arguments.toArray(String[]::new));
        until("the directory is read", () -> context.getBean(Directory.class).ready());
        return context;
    }

    @Test
    void hearsTheConsentAndTellsWhatTheSpecificationSays() throws Exception {
        String contact = "contact-" + UUID.randomUUID();
        String ofCase = "case-" + UUID.randomUUID();
        say(
                "contacts-urgent",
                new ContactRecorded(
                        contact,
                        ofCase,
                        1,
                        "PHONE",
                        "SELF",
                        "en",
                        null,
                        List.of("crisis"),
                        List.of(),
                        "OPEN",
                        null,
                        now(),
                        now()));
        String id = waiting(contact, ofCase, "consent-" + ofCase);

        say(
                "contacts",
                new ConsentRecorded(
                        "consent-" + ofCase,
                        contact,
                        ofCase,
                        2,
                        HARBOR,
                        List.of("NAME"),
                        now().plusSeconds(9_000),
                        false,
                        now()));
        until("it is sent", () -> state(id) instanceof ReferralState.Sent);
        say("contacts", new CaseErased(ofCase, now()));
        until("it is taken back", () -> state(id) instanceof ReferralState.Cancelled);

        List<ConsumerRecord<byte[], byte[]>> told = told(ofCase, 4);
        assertThat(told).allSatisfy(record -> {
            Map<String, String> headers = new HashMap<>();
            record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
            assertThat(WireCheck.faults("referrals", headers, record.value())).isEmpty();
        });
        assertThat(told.stream()
                        .map(record ->
                                text(record.headers().lastHeader("ce_type").value())))
                .contains(
                        "org.holdfast.referral.proposed.v1",
                        "org.holdfast.referral.sent.v1",
                        "org.holdfast.referral.cancelled.v1",
                        "org.holdfast.referral.key-destroyed.v1");
    }

    @Test
    void goesOnWaitingForAConsentAfterARestart() {
        String ofCase = "case-" + UUID.randomUUID();
        String id = waiting("contact-" + UUID.randomUUID(), ofCase, "never");

        service.close();
        service = started();

        until("the wait is over", () -> state(id) instanceof ReferralState.Proposed);
    }

    private static String waiting(String contact, String ofCase, String consentId) {
        Map<?, ?> proposal =
                post("/referrals", Map.of("contactId", contact, "caseId", ofCase, "need", "crisis", "language", "en"));
        String service = ((List<?>) proposal.get("candidates"))
                .stream()
                        .map(candidate -> (Map<?, ?>) candidate)
                        .filter(candidate -> HARBOR.equals(candidate.get("partner")))
                        .map(candidate -> (String) candidate.get("serviceId"))
                        .findFirst()
                        .orElseThrow();
        String id = (String) proposal.get("referralId");
        assertThat(post("/referrals/" + id + "/sending", Map.of("serviceId", service, "consentId", consentId))
                        .get("status"))
                .isEqualTo("WAITING_FOR_CONSENT");
        return id;
    }

    private static Map<?, ?> post(String path, Map<String, ?> body) {
        String port = service.getEnvironment().getProperty("local.server.port");
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .post()
                .uri(path)
                .header("Authorization", "Bearer " + Tokens.shared().person("mia", "operator"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    private static ReferralState state(String id) {
        Handling<?, ?, ?> referrals = service.getBean("referrals", Handling.class);
        Entry<?> entry = (Entry<?>) referrals.load("referral/" + id).block(Duration.ofSeconds(5));
        return (ReferralState) entry.state();
    }

    private static void say(String topic, BusMessage message) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) broker.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                    topic, message.key().getBytes(StandardCharsets.UTF_8), JSON.writeValueAsBytes(message));
            Map.of(
                            "specversion", "1.0",
                            "id", UUID.randomUUID().toString(),
                            "source", "/intake",
                            "type", MessageType.of(message.getClass()).type(),
                            "time", now().toString())
                    .forEach((name, value) ->
                            record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> told(String ofCase, int atLeast) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        (Object) broker.getBrokersAsString(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("referrals"));
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            until("referral told of the case", () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (ofCase.equals(text(record.key()))) {
                        found.add(record);
                    }
                });
                return found.size() >= atLeast;
            });
            return found;
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static Instant now() {
        return Instant.now();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
