package org.holdfast.triage.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** For which code the alert of a case rang last, and which episode was closed last, as notification told it. */
public final class RingingAlerts {

    /** A closed alert of which nothing else was heard answers no more than this. */
    private static final String LEAST = "B";

    private final MongoCollection<Document> cases;

    /** Over the service's own database. */
    public RingingAlerts(MongoDatabase database) {
        cases = database.getCollection("ringing_alerts");
    }

    /** Notes for which code it rings; answers whether that still holds, so far as is known: the message may be late. */
    public Mono<Boolean> raised(String caseId, int episode, String code) {
        return known(caseId).flatMap(known -> {
            boolean over = number(known, "closed") >= episode || number(known, "episode") > episode;
            Bson rings = Updates.combine(Updates.set("episode", episode), Updates.set("code", code));
            return over ? Mono.just(false) : update(caseId, rings).thenReturn(true);
        });
    }

    /** Notes that it was closed; answers the code that it rang for last. */
    public Mono<String> closed(String caseId, int episode) {
        return known(caseId).flatMap(known -> {
            String code = number(known, "episode") == episode ? known.get("code", LEAST) : LEAST;
            return update(caseId, Updates.max("closed", episode)).thenReturn(code);
        });
    }

    private Mono<Document> known(String caseId) {
        return Mono.from(cases.find(eq("_id", caseId)).first()).defaultIfEmpty(new Document());
    }

    private static int number(Document known, String field) {
        return known.get(field, 0);
    }

    private Mono<Void> update(String caseId, Bson change) {
        return Mono.from(cases.updateOne(eq("_id", caseId), change, new UpdateOptions().upsert(true)))
                .then();
    }
}
