package org.holdfast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.WireCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Triage over a real broker, with the settings it ships. */
class OverTheBrokerTest {

    private static final List<String> TOPICS =
            List.of("contacts", "contacts-urgent", "alerts", "assessments", "urgent", "protocols");
    private static EmbeddedKafkaKraftBroker broker;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void begin() {
        broker = new EmbeddedKafkaKraftBroker(1, 4, TOPICS.toArray(String[]::new));
        broker.afterPropertiesSet();
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.name=triage",
                "--server.port=0",
                "--holdfast.kafka.brokers=" + broker.getBrokersAsString(),
                "--holdfast.mongodb.uri=" + Backends.local(),
                "--holdfast.mongodb.database=triage-" + UUID.randomUUID(),
                "--holdfast.secrets.directory=target/secrets",
                "--holdfast.secrets.create=true"));
        for (String setting : Tokens.shared().settings()) {
            settings.add("--" + setting);
        }
        service = new SpringApplicationBuilder(TriageApplication.class).run(settings.toArray(String[]::new));
    }

    @AfterAll
    static void end() {
        service.close();
        broker.destroy();
    }

    @Test
    void hearsBothLanesOfContactsAndTellsUrgentCodesAssessmentsAndTheProtocol() throws Exception {
        Caller anna = new Caller(null);
        Caller bert = new Caller(null);
        tell("contacts-urgent", anna.says("cssrs.q4", "YES"));
        tell("contacts", bert.says("cssrs.q1", "NO"));

        List<ConsumerRecord<String, String>> records = recordsUntil(
                List.of("urgent", "assessments", "protocols"),
                Map.of("urgent", anna.caseId, "assessments", bert.caseId, "protocols", "crisis-triage"));

        assertThat(records)
                .allSatisfy(record -> assertThat(WireCheck.faults(
                                record.topic(), headers(record), record.value().getBytes(StandardCharsets.UTF_8)))
                        .isEmpty());
        assertThat(records)
                .filteredOn(record -> record.topic().equals("urgent"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.key()).isEqualTo(anna.caseId);
                    assertThat(record.value()).contains("\"code\":\"B\"", "\"rule\":\"R12\"");
                });
    }

    private static void tell(String topic, BusMessage message) throws Exception {
        MessageType row = MessageType.of(message.getClass());
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) broker.getBrokersAsString()),
                new StringSerializer(),
                new StringSerializer())) {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>(topic, message.key(), new Shapes().write(message.getClass(), message));
            Map.of(
                            "specversion",
                            "1.0",
                            "id",
                            UUID.randomUUID().toString(),
                            "source",
                            "/holdfast/intake",
                            "type",
                            row.type())
                    .forEach((name, value) ->
                            record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
    }

    /** Reads until each topic has a record with the key. */
    private static List<ConsumerRecord<String, String>> recordsUntil(List<String> topics, Map<String, String> keys) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        (Object) broker.getBrokersAsString(),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(topics);
            while (!keys.entrySet().stream()
                    .allMatch(wanted -> records.stream()
                            .anyMatch(record -> record.topic().equals(wanted.getKey())
                                    && record.key().equals(wanted.getValue())))) {
                assertThat(System.nanoTime()).as("heard in time").isLessThan(end);
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new java.util.HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
