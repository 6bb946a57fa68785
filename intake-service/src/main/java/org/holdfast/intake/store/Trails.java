package org.holdfast.intake.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bson.Document;
import org.holdfast.chassis.journal.Shapes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was heard of each case, one document for each; hearing the same again changes nothing. */
public final class Trails {

    private static final String ENTRIES = "entries";

    private final MongoCollection<Document> trails;
    private final Shapes shapes;

    /** In the service's own database. */
    public Trails(MongoDatabase database, Shapes shapes) {
        trails = database.getCollection("trails");
        this.shapes = shapes;
    }

    /** Adds what was heard. */
    public Mono<Void> add(String caseId, TrailEntry entry) {
        String key = UUID.nameUUIDFromBytes(entry.key().getBytes(StandardCharsets.UTF_8))
                .toString();
        return Mono.from(trails.updateOne(
                        eq("_id", caseId),
                        Updates.set(ENTRIES + "." + key, shapes.write(TrailEntry.class, entry)),
                        new UpdateOptions().upsert(true)))
                .retry(1) // two first entries at once: the one that lost finds the document
                .then();
    }

    /** Everything that was heard of the case, in no order. */
    public Flux<TrailEntry> of(String caseId) {
        return Mono.from(trails.find(eq("_id", caseId)).first())
                .flatMapIterable(
                        document -> document.get(ENTRIES, Document.class).values())
                .map(json -> shapes.read(TrailEntry.class, json.toString()));
    }
}
