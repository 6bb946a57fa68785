package org.holdfast.referral;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import org.holdfast.referral.domain.matching.Matching;
import org.holdfast.referral.http.DirectoryHandlers;
import org.holdfast.referral.store.NeededReferrals;
import org.holdfast.referral.store.Partners;
import org.holdfast.referral.store.UnmetNeeds;
import org.holdfast.referral.store.directory.Directory;
import org.holdfast.referral.store.directory.DirectoryLoading;
import org.holdfast.referral.store.directory.DirectorySource;
import org.holdfast.referral.store.directory.DirectoryStore;
import org.holdfast.referral.store.directory.Searching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resource directory: where it comes from, how it is kept and searched, and who takes referrals for it. */
@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

    @Bean
    DirectorySource directorySource(ReferralSettings settings) {
        return DirectorySource.of(settings.directory());
    }

    @Bean
    Searching searching(ReferralSettings settings) {
        return new Searching(settings.matching().deadline());
    }

    @Bean
    Directory directory(Searching searching, ReferralSettings settings) {
        ReferralSettings.Matching by = settings.matching();
        return new Directory(searching, new Matching(by.farKm(), by.capacityFresh(), by.zone()));
    }

    @Bean
    DirectoryStore directoryStore(MongoDatabase database, Clock clock) {
        return new DirectoryStore(database, clock);
    }

    @Bean
    DirectoryLoading directoryHealthIndicator(
            Directory directory, DirectoryStore store, DirectorySource source, ReferralSettings settings) {
        return new DirectoryLoading(
                directory, store, source, settings.matching().reachKm());
    }

    @Bean
    Partners partners(ReferralSettings settings, DirectorySource source) {
        return Partners.of(settings.partners(), source.name());
    }

    @Bean
    DirectoryHandlers directoryHandlers(
            Directory directory,
            DirectoryStore store,
            DirectorySource source,
            Partners partners,
            UnmetNeeds unmet,
            NeededReferrals needed) {
        return new DirectoryHandlers(directory, store, source, partners, unmet, needed);
    }
}
