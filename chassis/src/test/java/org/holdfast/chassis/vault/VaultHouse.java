package org.holdfast.chassis.vault;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.holdfast.chassis.testkit.Backends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A vault over some store, and a look behind it. */
abstract class VaultHouse {

    static final String AMINA = "01hamina";
    static final String BORIS = "01hboris";
    static final Instant NIGHT = Instant.parse("2026-11-22T02:10:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path secrets;

    MongoDatabase database;
    Vault vault;

    abstract String uri();

    @BeforeEach
    void open() {
        database = Backends.database(uri());
        vault = Vault.open(database, secrets, null, true);
    }

    static <T> @Nullable T await(Mono<T> mono) {
        return mono.block(PATIENCE);
    }

    MongoCollection<Document> keys() {
        return database.getCollection("vault_keys");
    }

    MongoCollection<Document> texts() {
        return database.getCollection("vault_texts");
    }

    List<Document> all(String collection) {
        return Flux.from(database.getCollection(collection).find())
                .collectList()
                .block(PATIENCE);
    }

    Document find(String collection, String id) {
        return Mono.from(database.getCollection(collection)
                        .find(Filters.eq("_id", id))
                        .first())
                .block(PATIENCE);
    }

    Binary text(String id) {
        return find("vault_texts", id).get("text", Binary.class);
    }

    void overwrite(String id, Binary sealed) {
        await(Mono.from(texts().updateOne(Filters.eq("_id", id), Updates.set("text", sealed))));
    }
}
