package org.holdfast.referral;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.chassis.Chassis;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.StreamKind;
import org.holdfast.chassis.security.Routes;
import org.holdfast.chassis.stream.Consuming;
import org.holdfast.chassis.stream.MessageTable;
import org.holdfast.chassis.stream.ServiceName;
import org.holdfast.chassis.stream.UrgentLetterTelling;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.referral.domain.Erasure;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralDecider;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.domain.RespondWithin;
import org.holdfast.referral.http.DeskHandlers;
import org.holdfast.referral.http.DirectoryHandlers;
import org.holdfast.referral.http.HistoryHandler;
import org.holdfast.referral.http.PartnerHandlers;
import org.holdfast.referral.http.Proposal;
import org.holdfast.referral.http.ReferralRoutes;
import org.holdfast.referral.store.BesideReferral;
import org.holdfast.referral.store.HeardConsents;
import org.holdfast.referral.store.HeardContacts;
import org.holdfast.referral.store.Inbox;
import org.holdfast.referral.store.Links;
import org.holdfast.referral.store.NeededReferrals;
import org.holdfast.referral.store.Partners;
import org.holdfast.referral.store.UnmetNeeds;
import org.holdfast.referral.store.directory.Directory;
import org.holdfast.referral.store.directory.Needs;
import org.holdfast.referral.stream.AssessmentsHeard;
import org.holdfast.referral.stream.ContactsHeard;
import org.holdfast.referral.stream.Contracts;
import org.holdfast.referral.stream.ErasureTold;
import org.holdfast.referral.stream.HeardBefore;
import org.holdfast.referral.stream.PartnersTold;
import org.holdfast.referral.stream.ReferralStreams;
import org.holdfast.referral.stream.ReferralTimers;
import org.holdfast.referral.stream.ReferralTold;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** Who can help, and did they? All of referral's parts, and how they hang together. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(Chassis.class)
@EnableConfigurationProperties(ReferralSettings.class)
public class ReferralApplication {

    /** Starts referral alone. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ReferralApplication.class)
                .properties("spring.config.name=referral")
                .run(arguments);
    }

    @Bean
    ServiceName serviceName() {
        return new ServiceName("referral");
    }

    @Bean
    MessageTable messageTable() {
        return Contracts.table();
    }

    @Bean
    UrgentLetterTelling safetyNet(ServiceName service) {
        return Contracts.safetyNet(service);
    }

    @Bean
    Links links(MongoDatabase database) {
        return new Links(database);
    }

    @Bean
    Inbox inbox(MongoDatabase database) {
        return new Inbox(database);
    }

    @Bean
    UnmetNeeds unmetNeeds(MongoDatabase database) {
        return new UnmetNeeds(database);
    }

    @Bean
    NeededReferrals neededReferrals(MongoDatabase database, Links links, Vault vault) {
        return new NeededReferrals(database, links, vault);
    }

    @Bean
    HeardContacts heardContacts(MongoDatabase database) {
        return new HeardContacts(database);
    }

    @Bean
    HeardConsents heardConsents(MongoDatabase database) {
        return new HeardConsents(database);
    }

    @Bean
    HeardBefore heardBefore(HeardConsents consents, Vault vault, Clock clock) {
        return new HeardBefore(consents, vault, clock);
    }

    @Bean
    BesideReferral besideReferral(Links links, Inbox inbox, UnmetNeeds unmet, NeededReferrals needed) {
        return new BesideReferral(links, inbox, unmet, needed);
    }

    @Bean
    Handling<ReferralState, ReferralCommand, ReferralEvent> referrals(
            Journals journals, ReferralSettings settings, BesideReferral beside, HeardBefore before) {
        ReferralSettings.Respond respond = settings.respond();
        ReferralDecider decider = new ReferralDecider(
                new RespondWithin(
                        respond.emergent(),
                        respond.urgent(),
                        respond.routineBusinessDays(),
                        settings.matching().zone()),
                respond.consentWait());
        Handling<ReferralState, ReferralCommand, ReferralEvent> referrals = journals.handling(new StreamKind<>(
                ReferralStreams.KIND,
                ReferralState.class,
                ReferralEvent.class,
                decider,
                new ReferralTold(),
                List.of(beside, before)));
        before.over(referrals);
        return referrals;
    }

    @Bean
    ReferralTimers referralTimers(
            Journals journals,
            Handling<ReferralState, ReferralCommand, ReferralEvent> referrals,
            HeardConsents consents,
            Clock clock) {
        ReferralTimers timers = new ReferralTimers(referrals, consents, clock);
        journals.onTimer(ReferralStreams.KIND, timers);
        return timers;
    }

    @Bean
    Handling<Erasure.State, Erasure.DestroyKey, Erasure.KeyDestroyed> erasures(Journals journals) {
        return journals.handling(new StreamKind<>(
                ContactsHeard.ERASURE,
                Erasure.State.class,
                Erasure.KeyDestroyed.class,
                new Erasure(),
                new ErasureTold(),
                List.of()));
    }

    @Bean
    PartnersTold partnersTold(Partners partners, Journals journals, Clock clock) {
        return new PartnersTold(partners.ids(), journals, clock);
    }

    @Bean
    ReferralStreams referralStreams(
            Handling<ReferralState, ReferralCommand, ReferralEvent> referrals,
            Links links,
            NeededReferrals needed,
            Clock clock) {
        return new ReferralStreams(referrals, links, needed, clock);
    }

    @Bean
    ContactsHeard contactsHearing(
            HeardContacts contacts,
            HeardConsents consents,
            ReferralStreams referrals,
            Handling<Erasure.State, Erasure.DestroyKey, Erasure.KeyDestroyed> erasures,
            Vault vault,
            Clock clock) {
        return new ContactsHeard(contacts, consents, referrals, erasures, vault, clock);
    }

    @Bean
    AssessmentsHeard assessmentsHearing(HeardContacts contacts, NeededReferrals needed, ReferralStreams referrals) {
        return new AssessmentsHeard(contacts, needed, referrals);
    }

    @Bean
    Consumer<Message<List<byte[]>>> contactsHeard(Consuming consuming, ContactsHeard hearing) {
        return consuming.routine("contacts", hearing::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> urgentContactsHeard(Consuming consuming, ContactsHeard hearing) {
        return consuming.watching("contacts-urgent", hearing::hear);
    }

    @Bean
    Consumer<Message<List<byte[]>>> assessmentsHeard(Consuming consuming, AssessmentsHeard hearing) {
        return consuming.routine("assessments", hearing::hear);
    }

    @Bean
    Proposal proposal(Directory directory, Partners partners, HeardContacts contacts, ReferralSettings settings) {
        return new Proposal(
                directory,
                Needs.shipped(),
                partners,
                contacts,
                settings.matching().candidates());
    }

    @Bean
    DeskHandlers deskHandlers(
            Handling<ReferralState, ReferralCommand, ReferralEvent> referrals,
            Proposal proposal,
            DeskHandlers.Heard heard,
            Directory directory,
            Vault vault,
            Clock clock) {
        return new DeskHandlers(referrals, proposal, heard, directory, vault, clock);
    }

    @Bean
    DeskHandlers.Heard heard(HeardConsents consents, HeardContacts contacts) {
        return new DeskHandlers.Heard(consents, contacts);
    }

    @Bean
    Routes referralRoutes(
            DeskHandlers desk, HistoryHandler history, PartnerHandlers partner, DirectoryHandlers directory) {
        return ReferralRoutes.of(desk, history, partner, directory);
    }
}
