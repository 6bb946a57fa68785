package org.holdfast.intake.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.chassis.testkit.MovableClock;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.Topic;
import org.holdfast.contracts.referral.PartnersPublished;
import org.holdfast.contracts.triage.ItemDefinition;
import org.holdfast.contracts.triage.ProtocolPublished;
import org.holdfast.intake.IntakeApplication;
import org.holdfast.intake.domain.Catalogue;
import org.holdfast.intake.domain.Recipients;
import org.holdfast.intake.store.Agencies;
import org.holdfast.intake.store.Protocols;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Intake as it runs, with a broker, a store and an issuer; started once for each test JVM. */
final class House {

    static final String PHONE = "the night supervisor, extension 12";
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static House shared;

    final MovableClock clock;
    final ConfigurableApplicationContext context;
    final EmbeddedKafkaKraftBroker broker;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Shapes shapes = new Shapes();

    private House() {
        String[] topics = Arrays.stream(Topic.values()).map(Topic::title).toArray(String[]::new);
        broker = new EmbeddedKafkaKraftBroker(1, 4, topics);
        broker.afterPropertiesSet();
        clock = new MovableClock(Instant.now());
        context = start("intake-" + UUID.randomUUID());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) broker.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            producer.close();
            broker.destroy();
        }));
    }

    /** The house that all tests of this JVM share; its protocol is published. */
    static synchronized House open() {
        if (shared == null) {
            shared = new House();
            shared.publish();
        }
        return shared;
    }

    private ConfigurableApplicationContext start(String database) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.config.name=intake",
                "server.port=0",
                "holdfast.kafka.brokers=" + broker.getBrokersAsString(),
                "holdfast.mongodb.uri=" + Backends.local(),
                "holdfast.mongodb.database=" + database,
                "holdfast.secrets.directory=target/test-secrets",
                "holdfast.secrets.create=true",
                "holdfast.journal.sweep-every=1m",
                "holdfast.intake.bulk-at-once=2",
                "holdfast.intake.safety-net-phone=" + PHONE));
        settings.addAll(List.of(Tokens.shared().settings()));
        return new SpringApplicationBuilder(IntakeApplication.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("clock", Clock.class, () -> clock))
                .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    private void publish() {
        say(new ProtocolPublished(
                "crisis-triage",
                "1.0.0",
                List.of(
                        new ItemDefinition("cssrs.q1", "FIVE", null, null, List.of(), List.of()),
                        new ItemDefinition("cssrs.q4", "FIVE", null, null, List.of(), List.of("YES")),
                        new ItemDefinition("cssrs.q6.date", "DATE", null, null, List.of(), List.of("*")),
                        new ItemDefinition("phq9.q1", "INTEGER", 0, 3, List.of(), List.of()),
                        new ItemDefinition(
                                "obs.timeframe", "CHOICE", null, null, List.of("NOW", "LATER"), List.of("NOW"))),
                clock.instant()));
        say(new PartnersPublished("partners", List.of("harbour", "lighthouse"), clock.instant()));
        Agencies agencies = context.getBean(Agencies.class);
        until(() -> agencies.recipients().map(Recipients::published).block(PATIENCE));
        Protocols protocols = context.getBean(Protocols.class);
        until(() -> protocols.catalogue().map(Catalogue::published).block(PATIENCE));
    }

    MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port"));
    }

    WebTestClient anybody() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port())
                .responseTimeout(PATIENCE)
                .filter(House::again)
                .build();
    }

    /** The in-memory store breaks a connection off now and then; who gets a 503 repeats with the same key, as told to. */
    private static Mono<ClientResponse> again(ClientRequest request, ExchangeFunction next) {
        return Mono.defer(() -> next.exchange(request))
                .flatMap(answer -> answer.statusCode().value() == 503
                                && !request.url().getPath().equals("/health")
                        ? answer.releaseBody().then(Mono.<ClientResponse>error(new IllegalStateException("503")))
                        : Mono.just(answer))
                .retryWhen(Retry.fixedDelay(20, Duration.ofMillis(100)));
    }

    WebTestClient with(String token) {
        return anybody()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    WebTestClient mia() {
        return with(Tokens.shared().person("mia", "operator"));
    }

    WebTestClient sol() {
        return with(Tokens.shared().person("sol", "supervisor"));
    }

    WebTestClient referral() {
        return with(Tokens.shared().client("referral-service", "disclosures.ask"));
    }

    /** Says a message as another service would, with a new message id. */
    void say(BusMessage message) {
        say(UUID.randomUUID().toString(), message, false);
    }

    void say(String id, BusMessage message, boolean retold) {
        MessageType row = MessageType.of(message.getClass());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                row.topic().title(),
                message.key().getBytes(StandardCharsets.UTF_8),
                shapes.write(message.getClass(), message).getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        id,
                        "source",
                        "/holdfast/test",
                        "type",
                        row.type(),
                        "time",
                        clock.instant().toString())
                .forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        if (retold) {
            record.headers().add("ce_retold", "true".getBytes(StandardCharsets.UTF_8));
        }
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One record that lies on the broker. */
    record Told(String topic, String type, boolean retold, String json, Map<String, String> headers) {}

    /** Everything that lies on the broker now. */
    List<Told> told() {
        List<Told> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) broker.getBrokersAsString()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            Collection<TopicPartition> partitions = Arrays.stream(Topic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.title()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long all = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (told.size() < all) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> told.add(told(record)));
            }
        }
        return told;
    }

    List<Told> toldOf(String id) {
        return told().stream()
                .filter(told ->
                        told.topic().startsWith("contacts") && told.json().contains(id))
                .toList();
    }

    private static Told told(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        String json = new String(record.value(), StandardCharsets.UTF_8);
        return new Told(record.topic(), headers.get("ce_type"), headers.containsKey("ce_retold"), json, headers);
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** The value once it satisfies the check. */
    static <T> T until(Supplier<T> value, Predicate<T> check) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (; ; ) {
            T now = value.get();
            if (check.test(now)) {
                return now;
            }
            assertThat(System.nanoTime())
                    .as("waited long enough; last seen %s", now)
                    .isLessThan(end);
        }
    }
}
