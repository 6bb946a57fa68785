package org.holdfast.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.holdfast.chassis.Chassis;
import org.holdfast.chassis.http.Admission;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.journal.StreamKind;
import org.holdfast.chassis.observe.Expectations;
import org.holdfast.chassis.observe.Sampled;
import org.holdfast.chassis.security.Routes;
import org.holdfast.chassis.stream.Consuming;
import org.holdfast.chassis.stream.MessageTable;
import org.holdfast.chassis.stream.ServiceName;
import org.holdfast.chassis.stream.UrgentLetterTelling;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.intake.domain.Catalogue;
import org.holdfast.intake.domain.Contact;
import org.holdfast.intake.domain.ContactCommand;
import org.holdfast.intake.domain.ContactDecider;
import org.holdfast.intake.domain.ContactEvent;
import org.holdfast.intake.domain.Needs;
import org.holdfast.intake.http.Desk;
import org.holdfast.intake.http.IntakeRoutes;
import org.holdfast.intake.http.Silence;
import org.holdfast.intake.store.Agencies;
import org.holdfast.intake.store.Protocols;
import org.holdfast.intake.store.Retelling;
import org.holdfast.intake.store.Shelves;
import org.holdfast.intake.store.Silences;
import org.holdfast.intake.store.StoreWiring;
import org.holdfast.intake.stream.AlertsHeard;
import org.holdfast.intake.stream.AssessmentsHeard;
import org.holdfast.intake.stream.ContactTold;
import org.holdfast.intake.stream.Contracts;
import org.holdfast.intake.stream.Kept;
import org.holdfast.intake.stream.PartnersHeard;
import org.holdfast.intake.stream.ProtocolsHeard;
import org.holdfast.intake.stream.ReferralsHeard;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Starts intake; everything it is made of stands on this page. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({Chassis.class, StoreWiring.class})
@EnableConfigurationProperties(IntakeSettings.class)
public class IntakeApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(IntakeApplication.class)
                .properties("spring.config.name=intake")
                .run(args);
    }

    @Bean
    ServiceName serviceName() {
        return new ServiceName("intake");
    }

    @Bean
    MessageTable messageTable() {
        return Contracts.TABLE;
    }

    @Bean
    UrgentLetterTelling urgentLetterTelling() {
        return Contracts::safetyNetCalled;
    }

    @Bean
    Expectations assessmentsExpected(Clock clock) {
        return new Expectations("assessment", clock);
    }

    @Bean
    Expectations erasuresExpected(Clock clock) {
        return new Expectations("erasure-report", clock);
    }

    @Bean
    Silences silences(
            Expectations assessmentsExpected,
            Expectations erasuresExpected,
            Journals journals,
            IntakeSettings settings) {
        // while the broker is away the relay holds the message: telling it again would only make two of it
        Retelling retelling = contactId -> Mono.defer(
                () -> journals.relay().trouble().isPresent() ? Mono.empty() : journals.retell("contact/" + contactId));
        return new Silences(assessmentsExpected, settings.assessedWithin(), erasuresExpected, retelling);
    }

    /** How many contacts wait for an assessment for too long, and the longest of them for how many seconds. */
    @Bean
    MeterBinder unassessed(Expectations assessmentsExpected, Clock clock) {
        return meters -> {
            Gauge.builder(
                            "holdfast.intake.unassessed",
                            () -> assessmentsExpected.overdue().size())
                    .register(meters);
            Gauge.builder(
                            "holdfast.intake.unassessed.oldest.seconds",
                            () -> assessmentsExpected.overdue().values().stream()
                                    .mapToDouble(since -> Duration.between(since, clock.instant())
                                                    .toMillis()
                                            / 1000.0)
                                    .max()
                                    .orElse(0))
                    .register(meters);
        };
    }

    /** How many desks are told ALERT NOT CONFIRMED just now. */
    @Bean
    Sampled unconfirmed(Shelves shelves, IntakeSettings settings, Clock clock) {
        return new Sampled(
                "holdfast.intake.alerts",
                "state",
                () -> List.of("unconfirmed"),
                () -> shelves.outcomes()
                        .unconfirmed(clock.instant(), settings.alertedWithin())
                        .map(count -> Map.of("unconfirmed", count)));
    }

    @Bean
    Needs needs(IntakeSettings settings) {
        return new Needs(settings.needs());
    }

    @Bean
    Handling<Contact, ContactCommand, ContactEvent> contacts(Journals journals, Shelves shelves, Needs needs) {
        return journals.handling(new StreamKind<>(
                "contact",
                Contact.class,
                ContactEvent.class,
                new ContactDecider(needs),
                new ContactTold(),
                List.of(shelves.beside())));
    }

    @Bean
    Catalogue shipped(Shapes shapes) {
        return ProtocolsHeard.shipped(shapes);
    }

    @Bean
    Desk desk(
            Handling<Contact, ContactCommand, ContactEvent> contacts,
            Vault vault,
            Protocols protocols,
            Agencies agencies,
            Clock clock) {
        return new Desk(contacts, vault, protocols, agencies, clock);
    }

    @Bean
    Routes intakeRoutes(Desk desk, Shelves shelves, Needs needs, IntakeSettings settings) {
        return IntakeRoutes.of(
                desk,
                shelves,
                needs,
                new Admission("bulk", settings.bulkAtOnce(), Duration.ofSeconds(2)),
                new Silence(settings.assessedWithin(), settings.alertedWithin(), settings.safetyNetPhone()));
    }

    @Bean
    Kept kept(Shelves shelves) {
        return new Kept(shelves.trails(), shelves.cases());
    }

    @Bean
    Consumer<Message<List<byte[]>>> assessments(Consuming consuming, Kept kept, Clock clock) {
        return consuming.routine("assessments", new AssessmentsHeard(kept, clock)::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> urgent(Consuming consuming, Kept kept, Clock clock) {
        return consuming.watching("urgent", new AssessmentsHeard(kept, clock)::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> alerts(Consuming consuming, Kept kept) {
        return consuming.watching("alerts", new AlertsHeard(kept)::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> referrals(Consuming consuming, Kept kept) {
        return consuming.routine("referrals", new ReferralsHeard(kept)::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> protocolsHeard(Consuming consuming, Protocols protocols) {
        return consuming.routine("protocols", new ProtocolsHeard(protocols)::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> partnersHeard(Consuming consuming, Agencies agencies) {
        return consuming.routine("partners", new PartnersHeard(agencies)::hear);
    }

    /** What was not assessed or not erased before a restart is expected again. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> silenceRecovered(Shelves shelves) {
        return ready -> shelves.outcomes()
                .recover()
                .then(shelves.cases().recover())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(2)))
                .subscribe();
    }
}
