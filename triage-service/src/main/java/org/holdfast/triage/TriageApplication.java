package org.holdfast.triage;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.holdfast.chassis.Chassis;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.StreamKind;
import org.holdfast.chassis.observe.Expectations;
import org.holdfast.chassis.observe.Sampled;
import org.holdfast.chassis.security.Routes;
import org.holdfast.chassis.stream.Consuming;
import org.holdfast.chassis.stream.MessageTable;
import org.holdfast.chassis.stream.ServiceName;
import org.holdfast.chassis.stream.UrgentLetterTelling;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.AssessmentDecider;
import org.holdfast.triage.domain.Erasure;
import org.holdfast.triage.domain.ErasureDecider;
import org.holdfast.triage.domain.TriageCommand;
import org.holdfast.triage.domain.TriageEvent;
import org.holdfast.triage.domain.protocol.Code;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.http.TriageRoutes;
import org.holdfast.triage.store.AwaitedAlerts;
import org.holdfast.triage.store.CaseBook;
import org.holdfast.triage.store.ProtocolFile;
import org.holdfast.triage.store.RingingAlerts;
import org.holdfast.triage.store.WorkQueue;
import org.holdfast.triage.stream.AlertsAwaited;
import org.holdfast.triage.stream.AlertsHeard;
import org.holdfast.triage.stream.AssessedTooLate;
import org.holdfast.triage.stream.AssessmentTold;
import org.holdfast.triage.stream.CasesErased;
import org.holdfast.triage.stream.ContactsHeard;
import org.holdfast.triage.stream.ErasureTold;
import org.holdfast.triage.stream.Messages;
import org.holdfast.triage.stream.ProtocolTold;
import org.holdfast.triage.stream.UrgentLetterTold;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** How urgent is the response? Everything of triage is wired here. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(TriageSettings.class)
@Import(Chassis.class)
public class TriageApplication {

    /** Starts the service with the settings of {@code triage.yml}. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(TriageApplication.class)
                .properties("spring.config.name=triage")
                .run(args);
    }

    @Bean
    ServiceName serviceName() {
        return new ServiceName("triage");
    }

    @Bean
    MessageTable messageTable() {
        return new Messages();
    }

    @Bean
    UrgentLetterTelling urgentLetterTold() {
        return new UrgentLetterTold();
    }

    @Bean
    Protocol protocol(TriageSettings settings) {
        return ProtocolFile.load(settings.protocol());
    }

    @Bean
    WorkQueue workQueue(MongoDatabase database) {
        return new WorkQueue(database);
    }

    @Bean
    Sampled queueMeters(WorkQueue queue) {
        Duration everyCount = Duration.ofSeconds(15);
        List<String> codes = Stream.of(Code.values()).map(Enum::name).toList();
        return new Sampled("holdfast.triage.queue", "code", () -> codes, queue::byCode, everyCount);
    }

    @Bean
    CaseBook caseBook(MongoDatabase database) {
        return new CaseBook(database);
    }

    @Bean
    AwaitedAlerts awaitedAlerts(MongoDatabase database) {
        return new AwaitedAlerts(database);
    }

    @Bean
    Expectations alertExpectations(Clock clock) {
        return new Expectations("alert", clock);
    }

    @Bean
    AlertsAwaited alertsAwaited(
            AwaitedAlerts alerts, Expectations expectations, Journals journals, TriageSettings settings) {
        return new AlertsAwaited(alerts, expectations, journals, settings.alertWithin());
    }

    @Bean
    Handling<Assessment, TriageCommand, TriageEvent> assessments(
            Journals journals,
            AlertsAwaited awaited,
            CaseBook cases,
            WorkQueue queue,
            Vault vault,
            ObjectProvider<Handling<Assessment, TriageCommand, TriageEvent>> itself,
            Clock clock) {
        return journals.handling(new StreamKind<>(
                "assessment",
                Assessment.class,
                TriageEvent.class,
                new AssessmentDecider(),
                new AssessmentTold(),
                List.of(awaited, cases, new AssessedTooLate(vault, itself::getObject, clock), queue)));
    }

    @Bean
    Handling<Erasure, Erasure.NoteKeyDestroyed, Erasure.KeyDestroyed> erasures(Journals journals) {
        return journals.handling(new StreamKind<>(
                "erasure",
                Erasure.class,
                Erasure.KeyDestroyed.class,
                new ErasureDecider(),
                new ErasureTold(),
                List.of()));
    }

    @Bean
    CasesErased casesErased(
            Vault vault,
            CaseBook cases,
            Handling<Assessment, TriageCommand, TriageEvent> assessments,
            Handling<Erasure, Erasure.NoteKeyDestroyed, Erasure.KeyDestroyed> erasures,
            Clock clock) {
        return new CasesErased(vault, cases, assessments, erasures, clock);
    }

    @Bean
    ContactsHeard contactsHeard(
            Handling<Assessment, TriageCommand, TriageEvent> assessments,
            Protocol protocol,
            Vault vault,
            CasesErased erased,
            Clock clock) {
        return new ContactsHeard(assessments, protocol, vault, erased, clock);
    }

    @Bean
    AlertsHeard alertsHeard(
            AwaitedAlerts alerts, MongoDatabase database, AlertsAwaited awaited, Expectations expectations) {
        return new AlertsHeard(alerts, new RingingAlerts(database), awaited, expectations);
    }

    @Bean
    Consumer<Message<List<byte[]>>> contacts(Consuming consuming, ContactsHeard contacts) {
        return consuming.routine("contacts", contacts::hearRoutine);
    }

    @Bean
    Consumer<Message<byte[]>> contactsUrgent(Consuming consuming, ContactsHeard contacts) {
        return consuming.urgent("contacts-urgent", contacts::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> alerts(Consuming consuming, AlertsHeard alerts) {
        return consuming.watching("alerts", alerts::hear);
    }

    @Bean
    Routes triageRoutes(
            Handling<Assessment, TriageCommand, TriageEvent> assessments,
            WorkQueue queue,
            Protocol protocol,
            Clock clock) {
        return new TriageRoutes(assessments, queue, protocol, clock).routes();
    }

    @Bean
    ProtocolTold protocolTold(Protocol protocol, Journals journals, Clock clock) {
        return new ProtocolTold(protocol, journals, clock);
    }

    @Bean
    Beginning beginning(WorkQueue queue, AlertsAwaited awaited, ProtocolTold protocol) {
        return new Beginning(queue, awaited, protocol);
    }
}
