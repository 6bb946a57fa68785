package org.holdfast.triage.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.TriageEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which contacts a case has, so that all of them are erased with it. */
public final class CaseBook implements Projection<Assessment, TriageEvent> {

    private final MongoCollection<Document> cases;

    /** Over the service's own database. */
    public CaseBook(MongoDatabase database) {
        cases = database.getCollection("cases");
    }

    /** The contacts of the case that were assessed. */
    public Flux<String> contacts(String caseId) {
        return Mono.from(cases.find(eq("_id", caseId)).first())
                .flatMapIterable(found -> found.getList("contacts", String.class, List.of()));
    }

    @Override
    public Mono<Void> project(Entry<Assessment> entry, List<TriageEvent> events) {
        boolean first = entry.version() == 1 || events.isEmpty();
        if (first && entry.state() instanceof Assessment.Assessed assessed) {
            return Mono.from(cases.updateOne(
                            eq("_id", assessed.contact().caseId()),
                            Updates.addToSet("contacts", entry.id()),
                            new UpdateOptions().upsert(true)))
                    .then();
        }
        return Mono.empty();
    }
}
