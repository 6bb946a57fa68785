package org.holdfast.referral.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which referrals belong to a case, which go by a consent, and which contacts of a case ought to be referred: so that what is heard of these finds them. */
public final class Links {

    private final MongoCollection<Document> links;

    public Links(MongoDatabase database) {
        links = database.getCollection("referral_links");
    }

    /** The referral belongs to the case. */
    public Mono<Void> ofCase(String caseId, String referralId) {
        return add("case/" + caseId, referralId);
    }

    /** The referral goes by the consent. */
    public Mono<Void> byConsent(String consentId, String referralId) {
        return add("consent/" + consentId, referralId);
    }

    /** The contact of the case ought to be referred. */
    Mono<Void> needing(String caseId, String contactId) {
        return add("needing/" + caseId, contactId);
    }

    /** The contacts of the case that ought, or once ought, to be referred. */
    Flux<String> needing(String caseId) {
        return all("needing/" + caseId);
    }

    /** The referrals of the case. */
    public Flux<String> ofCase(String caseId) {
        return all("case/" + caseId);
    }

    /** The referrals that go by the consent. */
    public Flux<String> byConsent(String consentId) {
        return all("consent/" + consentId);
    }

    private Mono<Void> add(String id, String referralId) {
        return Mono.from(links.updateOne(
                        Filters.eq("_id", id),
                        Updates.addToSet("referrals", referralId),
                        new UpdateOptions().upsert(true)))
                .then();
    }

    private Flux<String> all(String id) {
        return Mono.from(links.find(Filters.eq("_id", id)).first())
                .flatMapIterable(document -> document.getList("referrals", String.class, List.of()));
    }
}
