package org.holdfast.intake.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.vault.Vault;
import org.holdfast.intake.domain.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the shelves up in the service's own database; the only place outside of the shelves that knows the driver. */
@Configuration(proxyBeanMethods = false)
public class StoreWiring {

    @Bean
    Protocols protocols(MongoDatabase database, Shapes shapes, Catalogue shipped) {
        return new Protocols(database, shapes, shipped);
    }

    @Bean
    Agencies agencies(MongoDatabase database, Shapes shapes) {
        return new Agencies(database, shapes);
    }

    @Bean
    Shelves shelves(MongoDatabase database, Shapes shapes, Silences silences, Vault vault) {
        Outcomes outcomes = new Outcomes(database, shapes, silences);
        ContactRows rows = new ContactRows(database, shapes);
        Cases cases = new Cases(database, shapes, silences);
        BesideContact beside = new BesideContact(rows, cases, outcomes, vault);
        return new Shelves(rows, cases, outcomes, new Trails(database, shapes, outcomes), beside);
    }
}
