package org.holdfast.referral;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.holdfast.chassis.http.FreshNames;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.journal.StreamKind;
import org.holdfast.chassis.journal.Telling;
import org.holdfast.chassis.observe.NetworkGuard;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.referral.domain.Fetching;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.holdfast.referral.http.Disclosures;
import org.holdfast.referral.http.Fetches;
import org.holdfast.referral.http.HistoryHandler;
import org.holdfast.referral.http.OwnToken;
import org.holdfast.referral.http.PartnerHandlers;
import org.holdfast.referral.store.Inbox;
import org.holdfast.referral.store.Partners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** What partner agencies may do, and how it is known who of them did it. */
@Configuration(proxyBeanMethods = false)
class PartnerWiring {

    @Bean
    Fetches fetches(Journals journals, Clock clock) {
        return new Fetches(
                journals.handling(new StreamKind<>(
                        Fetches.KIND,
                        Fetching.Asked.class,
                        Fetching.DetailsAsked.class,
                        new Fetching(),
                        Telling.nothing(),
                        List.of())),
                clock);
    }

    @Bean
    Disclosures disclosures(
            ReferralSettings settings, Environment environment, NetworkGuard guard, Fetches fetches, Clock clock) {
        ReferralSettings.Intake intake = settings.intake();
        HttpClient client = FreshNames.on(HttpClient.create()).responseTimeout(Duration.ofSeconds(3));
        WebClient web = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .build();
        String given = Objects.requireNonNullElse(intake.tokenUrl(), "");
        String tokenUrl =
                given.isBlank() ? environment.getProperty("holdfast.security.issuer") + "/oauth2/token" : given;
        guard.mustBeSealed("holdfast.referral.intake.url", intake.url());
        guard.mustBeSealed("holdfast.referral.intake.token-url", tokenUrl);
        OwnToken token = new OwnToken(web, tokenUrl, intake.clientId(), intake.clientSecret(), clock);
        return new Disclosures(web, token, intake.url(), intake.patience(), fetches);
    }

    @Bean
    PartnerHandlers partnerHandlers(
            Handling<ReferralState, ReferralCommand, ReferralEvent> referrals,
            Partners partners,
            Inbox inbox,
            Disclosures disclosures,
            Vault vault,
            Clock clock) {
        return new PartnerHandlers(referrals, partners, inbox, disclosures, vault, clock);
    }

    @Bean
    HistoryHandler historyHandler(Handling<ReferralState, ReferralCommand, ReferralEvent> referrals, Fetches fetches) {
        return new HistoryHandler(referrals, fetches);
    }
}
