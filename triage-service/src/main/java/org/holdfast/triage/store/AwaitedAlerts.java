package org.holdfast.triage.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.holdfast.triage.domain.protocol.Code;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Which urgent facts of a case were told, and which of them notification answered: one document for each case, so that
 * every instance of this service knows whether an alert is still awaited.
 */
public final class AwaitedAlerts {

    private static final Retry AGAIN =
            Retry.fixedDelay(3, Duration.ofMillis(20)).filter(Duplicates::is);

    private final MongoCollection<Document> cases;

    /** Over the service's own database. */
    public AwaitedAlerts(MongoDatabase database) {
        cases = database.getCollection("awaited_alerts");
    }

    /** Notes that the fact was told; answers whether its alert is still awaited. */
    public Mono<Boolean> told(AwaitedAlert alert) {
        Bson fact = Updates.combine(
                Updates.set(field(alert) + ".factId", alert.factId()),
                Updates.set(field(alert) + ".contactId", alert.contactId()),
                Updates.set(field(alert) + ".code", alert.code().name()),
                Updates.min(field(alert) + ".at", Date.from(alert.toldAt())));
        FindOneAndUpdateOptions after =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(cases.findOneAndUpdate(eq("_id", alert.caseId()), fact, after))
                .retryWhen(AGAIN)
                .map(AwaitedAlerts::awaited)
                .map(awaited ->
                        awaited.stream().anyMatch(other -> other.factId().equals(alert.factId())));
    }

    /** Whether the alert of the fact is still awaited. */
    public Mono<Boolean> open(AwaitedAlert alert) {
        return awaited(alert.caseId()).any(other -> other.factId().equals(alert.factId()));
    }

    /** Notes that notification answered this fact, whether or not it was noted as told before. */
    public Mono<Void> answered(String caseId, String factId, Instant at) {
        return update(caseId, Updates.set("answered." + key(factId), Date.from(at)));
    }

    /** Notes that notification answered every fact of the case that the test holds for; answers those that were awaited. */
    public Mono<List<AwaitedAlert>> answered(String caseId, Predicate<AwaitedAlert> which, Instant at) {
        return awaited(caseId)
                .filter(which)
                .concatMap(alert -> answered(caseId, alert.factId(), at).thenReturn(alert))
                .collectList();
    }

    /** Everything that is still awaited, of all cases. */
    public Flux<AwaitedAlert> all() {
        return Flux.from(cases.find()).flatMapIterable(AwaitedAlerts::awaited);
    }

    private Flux<AwaitedAlert> awaited(String caseId) {
        return Mono.from(cases.find(eq("_id", caseId)).first()).flatMapIterable(AwaitedAlerts::awaited);
    }

    private static List<AwaitedAlert> awaited(Document document) {
        Document told = document.get("told", new Document());
        Document answered = document.get("answered", new Document());
        return told.keySet().stream()
                .filter(key -> !answered.containsKey(key))
                .map(key -> told.get(key, Document.class))
                .map(fact -> new AwaitedAlert(
                        fact.getString("factId"),
                        document.getString("_id"),
                        fact.getString("contactId"),
                        Code.valueOf(fact.getString("code")),
                        fact.getDate("at").toInstant()))
                .toList();
    }

    private Mono<Void> update(String caseId, Bson change) {
        return Mono.from(cases.updateOne(eq("_id", caseId), change, new UpdateOptions().upsert(true)))
                .retryWhen(AGAIN)
                .then();
    }

    private static String field(AwaitedAlert alert) {
        return "told." + key(alert.factId());
    }

    /** A field name cannot hold a dot. */
    private static String key(String factId) {
        return "f" + factId.replace('.', '/');
    }
}
