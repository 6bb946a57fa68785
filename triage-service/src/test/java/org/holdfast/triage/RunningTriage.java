package org.holdfast.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.journal.Untold;
import org.holdfast.chassis.security.Routes;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.chassis.testkit.MovableClock;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.TriageCommand;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.stream.AssessedTooLate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole service over the local store, with the bus in the test's hands. */
final class RunningTriage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;
    private final Bus bus;
    private final MovableClock clock;
    private final String database;

    private RunningTriage(ConfigurableApplicationContext context, String database) {
        this.context = context;
        this.database = database;
        bus = context.getBean(Bus.class);
        clock = (MovableClock) context.getBean(Clock.class);
    }

    static RunningTriage fresh() {
        return over("triage-" + UUID.randomUUID());
    }

    private static RunningTriage over(String database) {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.name=triage",
                "--server.port=0",
                "--spring.cloud.function.definition=",
                "--spring.cloud.stream.function.autodetect=false",
                "--holdfast.mongodb.uri=" + Backends.local(),
                "--holdfast.mongodb.database=" + database,
                "--holdfast.secrets.directory=target/secrets",
                "--holdfast.secrets.create=true"));
        for (String setting : Tokens.shared().settings()) {
            settings.add("--" + setting);
        }
        return new RunningTriage(
                new SpringApplicationBuilder(Doubles.class, TriageApplication.class)
                        .run(settings.toArray(String[]::new)),
                database);
    }

    /** Stops, and starts again over the same store. */
    RunningTriage restarted() {
        close();
        return over(database);
    }

    Vault vault() {
        return context.getBean(Vault.class);
    }

    /** What erases an assessment that came too late. */
    AssessedTooLate looking() {
        return new AssessedTooLate(vault(), this::assessments, clock);
    }

    Entry<Assessment> assessment(String contactId) {
        return assessments().load("assessment/" + contactId).block(Duration.ofSeconds(20));
    }

    @SuppressWarnings("unchecked") // the one bean of that name
    private Handling<Assessment, TriageCommand, TriageEvent> assessments() {
        return (Handling<Assessment, TriageCommand, TriageEvent>) context.getBean("assessments", Handling.class);
    }

    /** The service hears a message on a topic's bean. */
    void hears(String bean, BusMessage message, String id, boolean retold) {
        String json = new Shapes().write(message.getClass(), message);
        hearsRaw(bean, MessageType.of(message.getClass()).type(), id, json, retold);
    }

    @SuppressWarnings("unchecked")
    void hearsRaw(String bean, String type, String id, String json, boolean retold) {
        Message<byte[]> record = MessageBuilder.withPayload(json.getBytes(StandardCharsets.UTF_8))
                .setHeader("ce_specversion", "1.0")
                .setHeader("ce_id", id)
                .setHeader("ce_source", "/holdfast/intake")
                .setHeader("ce_type", type)
                .setHeader("ce_retold", Boolean.toString(retold))
                .setHeader("ce_time", clock.instant().toString())
                .build();
        ((Consumer<Message<byte[]>>) context.getBean(bean)).accept(record);
    }

    /** Everything that was told so far of one type. */
    <M extends BusMessage> List<M> told(Class<M> type) {
        return bus.told.stream()
                .filter(message -> message.type().equals(MessageType.of(type).type()))
                .map(message -> new Shapes().read(type, message.data()))
                .toList();
    }

    List<Untold> told() {
        return bus.told;
    }

    /** Every route that is declared. */
    List<Routes.Route> routes() {
        return context.getBeansOfType(Routes.class).values().stream()
                .flatMap(routes -> routes.table().stream())
                .toList();
    }

    /** The broker goes, or comes back. */
    void brokerAway(boolean away) {
        bus.away = away;
    }

    void forward(Duration by) {
        clock.forward(by);
    }

    Instant now() {
        return clock.instant();
    }

    WebTestClient http(String token) {
        int port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeaders(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                })
                .build();
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What was told. */
    static final class Bus implements Teller {
        private final List<Untold> told = new CopyOnWriteArrayList<>();

        private volatile boolean away;

        @Override
        public void tell(Untold message) {
            if (away) {
                throw new IllegalStateException("The broker is away");
            }
            told.add(message);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Doubles {
        @Bean
        Bus bus() {
            return new Bus();
        }

        @Bean
        Clock clock() {
            return new MovableClock(Instant.parse("2026-11-22T20:00:00Z"));
        }
    }
}
