package org.holdfast.chassis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bus over a real broker: what is told, how it is heard, and what becomes of what cannot be handled. */
class BusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final JsonMapper JSON = new JsonMapper();

    private static EmbeddedKafkaKraftBroker broker;
    private static ConfigurableApplicationContext service;
    private static Probe probe;
    private static Outside outside;

    @BeforeAll
    static void begin() {
        broker = new EmbeddedKafkaKraftBroker(1, 4);
        broker.afterPropertiesSet();
        List<String> settings = new ArrayList<>(List.of(
                "spring.config.import=classpath:chassis.yml",
                "spring.application.name=probe",
                "server.port=0",
                "holdfast.kafka.brokers=" + broker.getBrokersAsString(),
                "holdfast.mongodb.uri=" + Backends.local(),
                "holdfast.mongodb.database=probe-" + UUID.randomUUID(),
                "holdfast.secrets.directory=target/probe-secrets",
                "holdfast.secrets.create=true",
                "spring.cloud.function.definition=notes;urgentNotes",
                "spring.cloud.stream.bindings.notes-in-0.destination=notes",
                "spring.cloud.stream.bindings.urgentNotes-in-0.destination=urgent-notes",
                "spring.cloud.stream.bindings.urgentNotes-in-0.consumer.batch-mode=false"));
        settings.addAll(List.of(Tokens.shared().settings()));
        service = new SpringApplicationBuilder(Probe.class)
                .properties(settings.toArray(String[]::new))
                .run();
        probe = service.getBean(Probe.class);
        outside = new Outside(service, broker.getBrokersAsString());
    }

    @AfterAll
    static void end() {
        service.close();
        broker.destroy();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Test
    void whatIsToldIsHeardWithEverythingThatGoesWithIt() {
        outside.tell("notes", "plain-1", 0);

        until(() -> probe.heard("plain-1"));
        assertThat(probe.heard)
                .filteredOn(one -> one.id().equals("id-plain-1"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.source()).isEqualTo("/holdfast/probe");
                    assertThat(one.trace()).startsWith("00-0af7651916cd43dd");
                    assertThat(one.retold()).isFalse();
                });
    }

    @Test
    void theRecordOnTheWireIsACloudEventToTheirOwnLibrary() {
        outside.tell("notes", "plain-2", 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", (Object) broker.getBrokersAsString(),
                        "group.id", "raw-reader",
                        "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new CloudEventDeserializer())) {
            consumer.subscribe(List.of("notes"));
            List<ConsumerRecord<byte[], CloudEvent>> found = new ArrayList<>();
            until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return found.stream().anyMatch(one -> one.value().getId().equals("id-plain-2"));
            });
            assertThat(found)
                    .filteredOn(one -> one.value().getId().equals("id-plain-2"))
                    .allSatisfy(one -> {
                        assertThat(one.key()).isEqualTo("case-1".getBytes());
                        assertThat(one.value().getType()).isEqualTo("test.note.v1");
                        assertThat(one.value().getDataContentType()).isEqualTo("application/json");
                        assertThat(one.value().getExtension("partitionkey")).isEqualTo("case-1");
                    });
        }
    }

    @Test
    void topicsAreMadeWithSevenDaysOfRetentionAndNeverCompacted() throws Exception {
        outside.tell("cries", "plain-4", 0);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            List<ConfigResource> topics = Stream.of("notes", "urgent-notes", "cries")
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            assertThat(admin.describeConfigs(topics).all().get().values())
                    .hasSize(3)
                    .allSatisfy(config -> {
                        assertThat(config.get("retention.ms").value()).isEqualTo("604800000");
                        assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
                    });
        }
    }

    @Test
    void healthAsksTheBrokerItself() {
        assertThat(service.getBean(BrokerHealth.class).health().block(PATIENCE).getStatus())
                .isEqualTo(Status.UP);
        BrokerHealth gone = new BrokerHealth(
                new MockEnvironment().withProperty("spring.cloud.stream.kafka.binder.brokers", "127.0.0.1:1"));
        try {
            assertThat(gone.health().block(PATIENCE).getStatus()).isEqualTo(Status.DOWN);
        } finally {
            gone.destroy();
        }
    }

    @Test
    void eachTopicHasAConsumerGroupOfItsOwn() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.getBrokersAsString()))) {
            assertThat(admin.listGroups().all().get())
                    .extracting(group -> group.groupId())
                    .contains("probe-notes", "probe-urgent-notes")
                    .doesNotContain("probe");
        }
    }

    @Test
    void whatFailsFiveTimesIsBuriedAndCanBeRedriven() throws Exception {
        outside.tell("notes", "fail-1", 5);

        until(() -> outside.letters("IllegalStateException").size() == 1);
        assertThat(probe.tries.get("fail-1")).hasValue(5);
        assertThat(probe.heard("fail-1")).isFalse();
        DeadLetter letter = outside.letters("IllegalStateException").getFirst();
        assertThat(redriven(letter).statusCode()).isEqualTo(200);
        assertThat(probe.heard("fail-1")).isTrue();
        assertThat(outside.letters("IllegalStateException")).isEmpty();
    }

    @Test
    void anAdministratorSeesEveryLetterPageByPage() throws Exception {
        for (int i = 0; i < 3; i++) {
            outside.raw("notes", "test.note.v1", new byte[] {(byte) 0xff, 9});
        }
        until(() -> outside.letters("UNDECODABLE").size() >= 3);
        int all = service.getBean(DeadLetters.class).count().block(PATIENCE).intValue();
        List<String> seen = new ArrayList<>();
        String more = "?limit=2";
        while (!more.isEmpty()) {
            JsonNode page = JSON.readTree(
                    outside.admin("GET", "/admin/dead-letters" + more, "").body());
            page.path("items").forEach(letter -> seen.add(letter.path("id").asString()));
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            more = page.path("next").isString()
                    ? "?limit=2&cursor=" + page.path("next").asString()
                    : "";
        }
        assertThat(seen).hasSize(all).doesNotHaveDuplicates();
        outside.letters("UNDECODABLE")
                .forEach(letter ->
                        service.getBean(DeadLetters.class).drop(letter.id()).block(PATIENCE));
    }

    @Test
    void nothingIsSaidOfAStreamThatWasNeverWritten() throws Exception {
        for (String route : List.of("/admin/history/check", "/admin/retelling")) {
            HttpResponse<String> answer = outside.admin("POST", route, "{\"stream\":\"note/nobody\"}");
            assertThat(answer.statusCode()).as(route).isEqualTo(404);
            assertThat(answer.body()).as(route).contains("not-found");
        }
    }

    private static HttpResponse<String> redriven(DeadLetter letter) throws Exception {
        return outside.admin("POST", "/admin/dead-letters/" + letter.id() + "/redrive", "");
    }

    @Test
    void aTopicFromWhichNoPageComesAcknowledgesNowAndThenWhileAnUrgentOneDoesEachRecord() {
        ConcurrentMessageListenerContainer<byte[], byte[]> routine = outside.listening("notes-in-0");
        assertThat(routine.getConcurrency()).as("as many as partitions").isEqualTo(4);
        assertThat(routine.getContainerProperties().getAckMode()).isEqualTo(AckMode.COUNT_TIME);

        ConcurrentMessageListenerContainer<byte[], byte[]> urgent = outside.listening("urgentNotes-in-0");
        assertThat(urgent.getConcurrency()).isEqualTo(4);
        assertThat(urgent.getContainerProperties().getAckMode()).isEqualTo(AckMode.RECORD);
    }

    @Test
    void whatFailsTwiceIsHandledTheThirdTime() {
        outside.tell("notes", "fail-2", 2);

        until(() -> probe.heard("fail-2"));
        assertThat(probe.tries.get("fail-2")).hasValue(3);
    }

    @Test
    void whatOnePollGaveIsAllHeardInTheOrderOfItsKeysThoughADependencyIsAwayForOneOfThem() throws Exception {
        int keys = 12;
        for (int number = 0; number < 5; number++) {
            for (int key = 0; key < keys; key++) {
                outside.tell(
                        "notes", "key-" + key, number == 2 && key == 0 ? "away-many" : "many-" + key + "-" + number, 2);
            }
        }

        until(() -> probe.heard("away-many"));
        for (int key = 0; key < keys; key++) {
            String prefix = "many-" + key + "-";
            until(() -> probe.heard(prefix + 4));
            assertThat(probe.heard.stream()
                            .map(one -> ((Probe.Note) one.message()).what())
                            .filter(what -> what.startsWith(prefix))
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(4)
                    .isSorted();
        }
        assertThat(probe.tries.get("away-many")).hasValue(3);
        assertThat(outside.letters("MongoTimeoutException")).isEmpty();
    }

    @Test
    void aDependencyThatIsAwayIsWaitedForAndNothingIsBuried() {
        outside.tell("urgent-notes", "away-1", 7);

        until(() -> !service.getBean(Consuming.class).troubles().isEmpty());
        until(() -> probe.heard("away-1"));
        assertThat(probe.tries.get("away-1")).hasValue(8);
        until(() -> service.getBean(Consuming.class).troubles().isEmpty());
        assertThat(outside.letters("MongoTimeoutException")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsBuriedAtOnceAndAnUrgentOneCriesForHelp() throws Exception {
        outside.raw("urgent-notes", "test.note.v1", new byte[] {(byte) 0xff, 1, 2});

        until(() -> outside.letters("UNDECODABLE").size() == 1);
        assertThat(probe.urgentlyBuried).extracting(DeadLetter::reason).contains("UNDECODABLE");
        assertThat(outside.letters("UNDECODABLE").getFirst().payload()).containsExactly(0xff, 1, 2);
    }

    @Test
    void anotherMajorVersionIsBuriedButAnotherKindOfMessageIsPassedOver() throws Exception {
        outside.raw("notes", "test.note.v2", "{}".getBytes());
        outside.raw("notes", "test.unheard-of.v1", "{}".getBytes());
        outside.tell("notes", "plain-3", 0);

        until(() -> outside.letters("UNKNOWN_MAJOR_VERSION").size() == 1);
        until(() -> probe.heard("plain-3"));
        assertThat(service.getBean(DeadLetters.class)
                        .list()
                        .map(DeadLetter::headers)
                        .collectList()
                        .block(PATIENCE))
                .noneMatch(headers -> headers.containsValue("test.unheard-of.v1"));
    }
}
