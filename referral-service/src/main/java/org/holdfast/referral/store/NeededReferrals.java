package org.holdfast.referral.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.holdfast.chassis.vault.Vault;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The contacts for which triage asks that they be referred, and nobody proposed anything yet. Whoever writes looks afterwards
 * whether the row may stay, so that it is gone in whatever order asking, proposing and erasing come.
 */
public final class NeededReferrals {

    private final Newest needed;
    private final Newest served;
    private final Links links;
    private final Vault vault;

    public NeededReferrals(MongoDatabase database, Links links, Vault vault) {
        this.needed = new Newest(database, "needed_referrals");
        this.served = new Newest(database, "served_referrals");
        this.links = links;
        this.vault = vault;
    }

    /** Keeps it if it is newer and the contact still waits; whether it did. */
    public Mono<Boolean> heard(NeededReferral referral, long version) {
        Document fields = new Document("caseId", referral.caseId())
                .append("code", referral.code())
                .append("at", referral.at().toString());
        return links.needing(referral.caseId(), referral.contactId())
                .then(needed.put(referral.contactId(), version, fields))
                .flatMap(newer -> over(referral)
                        .flatMap(over ->
                                over ? needed.remove(referral.contactId()).thenReturn(false) : Mono.just(newer)));
    }

    /** Something was proposed for the contact: it waits no longer, whatever is heard late. */
    Mono<Void> served(String contactId) {
        return served.put(contactId, 1, new Document()).then(needed.remove(contactId));
    }

    /** The case is erased, and its key with it: nobody of it waits any longer. */
    public Mono<Void> erased(String caseId) {
        return links.needing(caseId).concatMap(needed::remove).then();
    }

    /** At most {@code limit} contacts that still wait, in the order of their ids, after this one. */
    public Mono<List<NeededReferral>> waiting(@Nullable String after, int limit) {
        return needed.page("", after == null ? "" : after, limit)
                .map(document -> referral(document.getString("_id"), document.get("data", Document.class)))
                .collectList();
    }

    private Mono<Boolean> over(NeededReferral referral) {
        return served.get(referral.contactId())
                .hasElement()
                .flatMap(done -> done ? Mono.just(true) : vault.erased(referral.caseId()));
    }

    private static NeededReferral referral(String contactId, Document fields) {
        return new NeededReferral(
                contactId, fields.getString("caseId"), fields.getString("code"), Instant.parse(fields.getString("at")));
    }
}
