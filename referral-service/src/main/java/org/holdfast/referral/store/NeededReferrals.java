package org.holdfast.referral.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The contacts for which triage asks that they be referred, and nobody proposed anything yet. */
public final class NeededReferrals {

    private final Newest needed;
    private final Links links;

    public NeededReferrals(MongoDatabase database, Links links) {
        this.needed = new Newest(database, "needed_referrals");
        this.links = links;
    }

    /** Keeps it if it is newer; whether it was. */
    public Mono<Boolean> heard(NeededReferral referral, long version) {
        Document fields = new Document("caseId", referral.caseId())
                .append("code", referral.code())
                .append("at", referral.at().toString());
        return needed.put(referral.contactId(), version, fields);
    }

    /** Of {@code limit} contacts after this one, in the order of their ids, those that still wait. */
    public Mono<List<NeededReferral>> waiting(@Nullable String after, int limit) {
        return needed.page("", after == null ? "" : after, limit)
                .map(document -> referral(document.getString("_id"), document.get("data", Document.class)))
                .filterWhen(referral ->
                        links.ofCase(referral.caseId()).hasElements().map(proposed -> !proposed))
                .collectList();
    }

    private static NeededReferral referral(String contactId, Document fields) {
        return new NeededReferral(
                contactId, fields.getString("caseId"), fields.getString("code"), Instant.parse(fields.getString("at")));
    }
}
