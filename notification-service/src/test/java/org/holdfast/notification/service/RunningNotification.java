package org.holdfast.notification.service;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.reactivestreams.client.MongoDatabase;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.journal.Untold;
import org.holdfast.chassis.security.Routes;
import org.holdfast.chassis.security.Tokens;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.chassis.testkit.MovableClock;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;
import org.holdfast.notification.NotificationApplication;
import org.holdfast.notification.calling.Alerts;
import org.holdfast.notification.store.Rosters;
import org.holdfast.notification.webhook.ScriptedReceiver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The whole service over the local store, with the bus, the clock, a mailbox and a webhook in the test's hands. */
final class RunningNotification implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final MovableClock clock;
    final GreenMail mailbox;
    final ScriptedReceiver hook;
    final List<Untold> bus = new CopyOnWriteArrayList<>();
    private final String database;
    private ConfigurableApplicationContext context;

    RunningNotification() {
        clock = new MovableClock(Instant.parse("2026-11-18T20:00:00Z"));
        mailbox = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        hook = new ScriptedReceiver();
        database = "notification-" + UUID.randomUUID();
        context = start();
    }

    private ConfigurableApplicationContext start() {
        Path roster = rosterFile();
        List<String> settings = new ArrayList<>(List.of(
                "--spring.config.name=notification",
                "--server.port=0",
                "--spring.cloud.function.definition=",
                "--spring.cloud.stream.function.autodetect=false",
                "--holdfast.mongodb.uri=" + Backends.local(),
                "--holdfast.mongodb.database=" + database,
                "--holdfast.secrets.directory=target/secrets",
                "--holdfast.secrets.create=true",
                "--holdfast.notification.roster-file=" + roster,
                "--holdfast.notification.allowed-networks=127.0.0.0/8",
                "--holdfast.notification.public-url=http://desk.helpline.example",
                "--holdfast.notification.mail.port=" + mailbox.getSmtp().getPort(),
                "--holdfast.notification.mail.from=oncall@helpline.example"));
        Arrays.stream(Tokens.shared().settings()).map(setting -> "--" + setting).forEach(settings::add);
        ConfigurableApplicationContext started = new SpringApplicationBuilder(NotificationApplication.class)
                .initializers(fresh -> {
                    ((GenericApplicationContext) fresh).registerBean("clock", Clock.class, () -> clock);
                    ((GenericApplicationContext) fresh).registerBean("teller", Teller.class, () -> bus::add);
                })
                .run(settings.toArray(String[]::new));
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> started.getBean(Rosters.class).current().block(PATIENCE) != null);
        return started;
    }

    /** A port that stays the same when the mailbox is stopped and started. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path rosterFile() {
        try {
            String text = Files.readString(Path.of("src/test/resources/roster.json"))
                    .replace("http://127.0.0.1:1/hook", hook.url());
            Path file = Files.createTempFile("roster", ".json");
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops and starts again over the same store. */
    void restart() {
        context.close();
        context = start();
    }

    void stop() {
        context.close();
    }

    void startAgain() {
        context = start();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Object consumer(String name) {
        return context.getBean(name);
    }

    Alerts alerts() {
        return bean(Alerts.class);
    }

    MongoDatabase store() {
        return bean(MongoDatabase.class);
    }

    List<Routes.Route> routes() {
        return context.getBeansOfType(Routes.class).values().stream()
                .flatMap(routes -> routes.table().stream())
                .toList();
    }

    /** The service hears a message on one of its listeners. */
    void hears(String listener, BusMessage message, String id) {
        hears(listener, message, id, false);
    }

    @SuppressWarnings("unchecked")
    void hears(String listener, BusMessage message, String id, boolean retold) {
        byte[] json = new Shapes().write(message.getClass(), message).getBytes(StandardCharsets.UTF_8);
        Message<byte[]> record = MessageBuilder.withPayload(json)
                .setHeader("ce_specversion", "1.0")
                .setHeader("ce_id", id)
                .setHeader("ce_source", "/holdfast/triage")
                .setHeader("ce_type", MessageType.of(message.getClass()).type())
                .setHeader("ce_retold", Boolean.toString(retold))
                .setHeader("ce_time", clock.instant().toString())
                .build();
        ((Consumer<Message<byte[]>>) context.getBean(listener)).accept(record);
    }

    /** Everything of the type that was told so far. */
    <M extends BusMessage> List<M> told(Class<M> type) {
        return bus.stream()
                .filter(message -> message.type().equals(MessageType.of(type).type()))
                .map(message -> new Shapes().read(type, message.data()))
                .toList();
    }

    /** The mails to a person so far. */
    List<String> mails(String person) {
        List<String> texts = new ArrayList<>();
        try {
            for (MimeMessage message : mailbox.getReceivedMessages()) {
                if (message.getAllRecipients()[0].toString().startsWith(person + "@")) {
                    texts.add((String) message.getContent());
                }
            }
        } catch (jakarta.mail.MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }

    /** Lets time pass as the service sees it. */
    void after(Duration duration) {
        clock.forward(duration);
    }

    void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    WebTestClient http(String token) {
        int port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .defaultHeaders(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                })
                .build();
    }

    WebTestClient as(String person, String... roles) {
        return http(Tokens.shared().person(person, roles));
    }

    @Override
    public void close() {
        context.close();
        mailbox.stop();
        hook.close();
    }
}
