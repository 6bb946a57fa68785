package org.holdfast.referral.store;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.holdfast.chassis.journal.Gathered;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A read model of one document for each subject, of which only a newer version replaces an older one. */
final class Newest {

    private static final int DUPLICATE = 11_000;
    private static final int MOST_TRIES = 50;
    private static final Duration MOMENT = Duration.ofMillis(10);

    private final MongoCollection<Document> collection;
    private final Gathered firsts;
    private final Mono<String> indexed;

    Newest(MongoDatabase database, String name) {
        collection = database.getCollection(name);
        firsts = new Gathered(collection, MOMENT);
        indexed = Mono.from(collection.createIndex(Indexes.ascending("at"), new IndexOptions().unique(true)))
                .cacheInvalidateIf(failed -> false);
    }

    /** Keeps the fields if the version is newer; whether it was. Looks for what is there only where it is neither none nor the one before. */
    Mono<Boolean> put(String id, long version, Document fields) {
        Document next = new Document("_id", id)
                .append("at", id + "#" + version)
                .append("version", version)
                .append("data", fields);
        Mono<Boolean> quick =
                version == 1 ? firsts.each(new InsertOneModel<>(next)) : replace(id + "#" + (version - 1), next);
        return indexed.then(quick).flatMap(done -> done ? Mono.just(true) : attempt(next, version, 1));
    }

    Mono<Document> get(String id) {
        return Mono.from(collection.find(Filters.eq("_id", id)).first());
    }

    /** Documents whose id begins with the prefix, after the one with the id {@code prefix + after}, in the order of ids. */
    Flux<Document> page(String prefix, String after, int limit) {
        Bson range = new Document("_id", new Document("$gt", prefix + after).append("$lt", prefix + "\uffff"));
        return Flux.from(collection.find(range).sort(new Document("_id", 1)).limit(limit));
    }

    Mono<Void> remove(String id) {
        return Mono.from(collection.deleteOne(Filters.eq("_id", id))).then();
    }

    private Mono<Boolean> attempt(Document next, long version, int attempt) {
        if (attempt > MOST_TRIES) {
            return Mono.error(new IllegalStateException("Too many writers at once"));
        }
        Mono<Boolean> again = Mono.defer(() -> attempt(next, version, attempt + 1));
        return get(next.getString("_id"))
                .flatMap(before -> before.getLong("version") >= version
                        ? Mono.just(false)
                        : replace(before.getString("at"), next).flatMap(done -> done ? Mono.just(true) : again))
                .switchIfEmpty(Mono.defer(() -> insert(next).flatMap(done -> done ? Mono.just(true) : again)));
    }

    /** Whether that version was there. */
    private Mono<Boolean> replace(String at, Document next) {
        return Mono.from(collection.replaceOne(Filters.eq("at", at), next)).map(done -> done.getMatchedCount() == 1);
    }

    /** Whether none was there. */
    private Mono<Boolean> insert(Document next) {
        return Mono.from(collection.insertOne(next))
                .thenReturn(true)
                .onErrorResume(
                        MongoWriteException.class,
                        e -> e.getError().getCode() == DUPLICATE ? Mono.just(false) : Mono.error(e));
    }
}
