package org.holdfast.chassis.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Says which instance sweeps. It never says whether a deed is right: that the decision does. A lease is lost when its beat
 * has not changed for three seconds by the watcher's own monotonic clock, so that no two wall clocks are compared.
 */
final class Lease {

    private static final Duration LOST_AFTER = Duration.ofSeconds(3);

    private final MongoCollection<Document> leases;
    private final String name;
    private final String holder;
    private long beat;
    private @Nullable String seen;
    private long seenAt;

    Lease(MongoDatabase database, String name, String holder) {
        leases = database.getCollection("leases");
        this.name = name;
        this.holder = holder;
    }

    Mono<Void> prepare() {
        return Mono.from(leases.createIndex(Indexes.ascending("claim"), new IndexOptions().unique(true)))
                .then();
    }

    /** Keeps or takes the lease; to be called about once a second, never twice at once. */
    Mono<Boolean> held() {
        return Mono.from(leases.find(eq("_id", name)).first())
                .map(document -> document.getString("claim"))
                .flatMap(claim -> {
                    if (claim.startsWith(name + "|" + holder + "|")) {
                        return claim(claim);
                    }
                    long now = System.nanoTime();
                    if (!claim.equals(seen)) {
                        seen = claim;
                        seenAt = now;
                        return Mono.just(false);
                    }
                    return now - seenAt > LOST_AFTER.toNanos() ? claim(claim) : Mono.just(false);
                })
                .switchIfEmpty(Mono.defer(
                        () -> Mono.from(leases.insertOne(new Document("_id", name).append("claim", next())))
                                .thenReturn(true)))
                .onErrorResume(
                        MongoWriteException.class,
                        e -> e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                ? Mono.just(false)
                                : Mono.error(e));
    }

    private Mono<Boolean> claim(String before) {
        return Mono.from(leases.updateOne(eq("claim", before), Updates.set("claim", next())))
                .map(result -> result.getMatchedCount() == 1);
    }

    private String next() {
        return name + "|" + holder + "|" + ++beat;
    }
}
