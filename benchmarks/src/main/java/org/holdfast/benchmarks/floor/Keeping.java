package org.holdfast.benchmarks.floor;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ConnectionString;
import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Writes with the driver alone, as durably as the services do. */
final class Keeping implements AutoCloseable {

    /** Two that make the same document at once: one of them finds it there, and changes it at the next try. */
    private static final int TRIES = 5;

    private final MongoClient client;
    private final MongoDatabase database;

    Keeping(String uri) {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(64).maxWaitTime(60, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        database = client.getDatabase("floor");
    }

    /** Completes when it is on disk. */
    Mono<Void> write(String key, Write write) {
        MongoCollection<Document> collection = database.getCollection(write.collection());
        String text = "x".repeat(write.bytes());
        return write.first()
                ? Mono.from(collection.insertOne(new Document("_id", key).append("text", text)))
                        .then()
                        .onErrorResume(Keeping::isThere, e -> Mono.empty())
                : Mono.from(collection.updateOne(
                                eq("_id", key), Updates.set("more", text), new UpdateOptions().upsert(true)))
                        .retryWhen(Retry.max(TRIES).filter(Keeping::isThere))
                        .then();
    }

    /** A record that is heard twice is no error. */
    private static boolean isThere(Throwable e) {
        return e instanceof MongoWriteException write && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                || e instanceof DuplicateKeyException;
    }

    /** Completes when the last of them is on disk. */
    Mono<Void> writeAll(String key, Iterable<Write> writes) {
        return Flux.fromIterable(writes).concatMap(write -> write(key, write)).then();
    }

    @Override
    public void close() {
        client.close();
    }
}
