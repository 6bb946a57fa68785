package org.holdfast.notification;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.chassis.Chassis;
import org.holdfast.chassis.ChassisSettings;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.security.Routes;
import org.holdfast.chassis.stream.Consuming;
import org.holdfast.chassis.stream.MessageTable;
import org.holdfast.chassis.stream.ServiceName;
import org.holdfast.chassis.stream.UrgentLetterTelling;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.notification.calling.AlertWatch;
import org.holdfast.notification.calling.Alerts;
import org.holdfast.notification.calling.CallingSettings;
import org.holdfast.notification.calling.ChannelWatch;
import org.holdfast.notification.calling.LinkBook;
import org.holdfast.notification.calling.Post;
import org.holdfast.notification.calling.Preparing;
import org.holdfast.notification.calling.RosterFile;
import org.holdfast.notification.calling.RotaChange;
import org.holdfast.notification.delivery.Courier;
import org.holdfast.notification.email.EmailCourier;
import org.holdfast.notification.email.MailSettings;
import org.holdfast.notification.http.AlertRoutes;
import org.holdfast.notification.http.LinkRoutes;
import org.holdfast.notification.http.RotaRoutes;
import org.holdfast.notification.store.AlertViews;
import org.holdfast.notification.store.LinkTokens;
import org.holdfast.notification.store.Links;
import org.holdfast.notification.store.Rosters;
import org.holdfast.notification.stream.AlertTold;
import org.holdfast.notification.stream.AssessmentsHeard;
import org.holdfast.notification.stream.ContactsHeard;
import org.holdfast.notification.stream.LetterTold;
import org.holdfast.notification.stream.Messages;
import org.holdfast.notification.stream.Raising;
import org.holdfast.notification.stream.SafetyNetHeard;
import org.holdfast.notification.stream.UrgentHeard;
import org.holdfast.notification.webhook.Networks;
import org.holdfast.notification.webhook.WebhookCourier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/** Starts notification; everything it is made of stands on this page. */
@SpringBootApplication(
        proxyBeanMethods = false,
        excludeName = {
            "org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration",
            "org.springframework.boot.mail.autoconfigure.MailSenderValidatorAutoConfiguration"
        })
@Import(Chassis.class)
@EnableConfigurationProperties({CallingSettings.class, MailSettings.class})
public class NotificationApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(NotificationApplication.class)
                .properties("spring.config.name=notification")
                .run(args);
    }

    @Bean
    ServiceName serviceName() {
        return new ServiceName("notification");
    }

    @Bean
    MessageTable messageTable() {
        return Messages.TABLE;
    }

    @Bean
    UrgentLetterTelling urgentLetterTelling() {
        return new LetterTold();
    }

    @Bean(destroyMethod = "close")
    EmailCourier emailCourier(MailSettings settings) {
        return new EmailCourier(settings);
    }

    @Bean
    WebhookCourier webhookCourier(CallingSettings settings) {
        return new WebhookCourier(new Networks(settings.allowedNetworks()));
    }

    @Bean
    Rosters rosters(MongoDatabase database, Vault vault) {
        return new Rosters(database, vault);
    }

    @Bean
    Links links(MongoDatabase database) {
        return new Links(database);
    }

    @Bean
    LinkTokens linkTokens(ChassisSettings settings) {
        return LinkTokens.open(
                settings.secrets().directory().resolve("notification-links.key"),
                settings.secrets().create());
    }

    @Bean
    AlertViews alertViews(MongoDatabase database) {
        return new AlertViews(database);
    }

    @Bean
    AlertWatch alertWatch(MeterRegistry meters, Clock clock) {
        return new AlertWatch(meters, clock);
    }

    @Bean
    ChannelWatch channelWatch() {
        return new ChannelWatch();
    }

    @Bean
    LinkBook linkBook(Links links, LinkTokens tokens, CallingSettings settings) {
        return new LinkBook(links, tokens, settings.publicUrl());
    }

    @Bean
    Post post(
            List<Courier> couriers,
            Rosters rosters,
            LinkBook links,
            ChannelWatch watch,
            MeterRegistry meters,
            Clock clock) {
        return new Post(couriers, rosters, links, watch, meters, clock);
    }

    @Bean
    Alerts alerts(Journals journals, AlertViews views, AlertWatch watch, Rosters rosters, Post post, Clock clock) {
        return new Alerts(journals, new AlertTold(), List.of(views, watch), rosters, post, clock);
    }

    /** Reads the roster file while the service starts, so that an unsound one stops it. */
    @Bean
    SmartLifecycle preparing(
            Rosters rosters, Links links, AlertViews views, AlertWatch watch, CallingSettings settings) {
        return new Preparing(RosterFile.read(settings.roster()), rosters, links, views, watch);
    }

    @Bean
    Raising raising(Alerts alerts, Journals journals, Clock clock) {
        return new Raising(alerts, journals, clock);
    }

    @Bean
    Consumer<Message<byte[]>> urgentHeard(Consuming consuming, Raising raising) {
        return consuming.urgent("urgent", new UrgentHeard(raising)::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> assessmentsHeard(Consuming consuming, Raising raising, CallingSettings settings) {
        AssessmentsHeard heard = new AssessmentsHeard(raising, settings.alertCodes());
        return consuming.routine("assessments", heard::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> contactsHeard(Consuming consuming, Vault vault, Journals journals, Clock clock) {
        return consuming.routine("contacts", new ContactsHeard(vault, journals, clock)::hear);
    }

    @Bean
    Consumer<Message<byte[]>> safetyNetHeard(Consuming consuming, Alerts alerts, Clock clock) {
        return consuming.urgent("safety-net", new SafetyNetHeard(alerts, clock)::hear);
    }

    @Bean
    Routes alertRoutes(Alerts alerts, AlertViews views, Clock clock) {
        return new AlertRoutes(alerts, views, clock).routes();
    }

    @Bean
    Routes rotaRoutes(Rosters rosters, Alerts alerts, AlertViews views, Clock clock) {
        return new RotaRoutes(rosters, new RotaChange(alerts, views, clock), clock).routes();
    }

    @Bean
    Routes linkRoutes(Alerts alerts, Links links, LinkTokens tokens, Clock clock) {
        return new LinkRoutes(alerts, links, tokens, clock).routes();
    }

    @Bean
    ReactiveHealthIndicator alertsHealthIndicator(AlertWatch watch) {
        return () -> Mono.fromSupplier(() -> {
            long exhausted = watch.waiting("EXHAUSTED");
            Health.Builder health = exhausted == 0
                    ? new Health.Builder().up()
                    : new Health.Builder().down().withDetail("what", exhausted + " alerts that nobody answered");
            watch.oldest().ifPresent(oldest -> health.withDetail("oldest-unacknowledged", oldest.toSeconds() + " s"));
            return health.build();
        });
    }

    @Bean
    ReactiveHealthIndicator channelsHealthIndicator(ChannelWatch watch) {
        return () -> Mono.fromSupplier(() -> watch.failing().isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("what", "channels whose last tries all failed: " + watch.failing())
                        .build());
    }
}
