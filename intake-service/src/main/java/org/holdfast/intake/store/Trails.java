package org.holdfast.intake.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.intake.domain.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was heard of each case; hearing the same again changes nothing. What changed the outcome of a contact stands beside it, where
 * it is written together with it, the rest in one document for each case.
 */
public final class Trails {

    private static final String ENTRIES = "entries";

    private final MongoCollection<Document> trails;
    private final Shapes shapes;
    private final Outcomes outcomes;

    /** In the service's own database, and beside the outcomes. */
    public Trails(MongoDatabase database, Shapes shapes, Outcomes outcomes) {
        trails = database.getCollection("trails");
        this.shapes = shapes;
        this.outcomes = outcomes;
    }

    /** Something was heard of a contact of the case; a line that cannot stand beside the outcome stands with the case. */
    public Mono<Void> hear(String contactId, String caseId, UnaryOperator<Outcome> heard, TrailEntry line) {
        return outcomes.hear(contactId, caseId, heard, line).flatMap(noted -> noted ? Mono.empty() : add(caseId, line));
    }

    /** Adds a line that stands with the case itself. */
    public Mono<Void> add(String caseId, TrailEntry entry) {
        return Mono.from(trails.updateOne(
                        eq("_id", caseId),
                        Updates.set(ENTRIES + "." + entry.key(), shapes.write(TrailEntry.class, entry)),
                        new UpdateOptions().upsert(true)))
                .retry(1) // two first entries at once: the one that lost finds the document
                .then();
    }

    /** Everything that was heard of the case and its contacts, in no order. */
    public Flux<TrailEntry> of(CaseFile file) {
        return Mono.from(trails.find(eq("_id", file.caseId())).first())
                .flatMapIterable(
                        document -> document.get(ENTRIES, Document.class).values())
                .map(json -> shapes.read(TrailEntry.class, json.toString()))
                .concatWith(Flux.fromIterable(file.contacts()).concatMap(outcomes::trail))
                .distinct(TrailEntry::key);
    }
}
