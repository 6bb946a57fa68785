package org.holdfast.triage.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Gathered;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.TriageEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which contacts a case has, so that all of them are erased with it. */
public final class CaseBook implements Projection<Assessment, TriageEvent> {

    private final MongoCollection<Document> cases;
    private final Gathered entering;

    /** Over the service's own database. */
    public CaseBook(MongoDatabase database) {
        cases = database.getCollection("cases");
        entering = new Gathered(cases, Duration.ofMillis(20));
    }

    /** The contacts of the case that were assessed. */
    public Flux<String> contacts(String caseId) {
        return Mono.from(cases.find(eq("_id", caseId)).first())
                .flatMapIterable(found -> found.getList("contacts", String.class, List.of()));
    }

    @Override
    public Mono<Void> project(Entry<Assessment> entry, List<TriageEvent> events) {
        return enters(entry, events) && entry.state() instanceof Assessment.Assessed assessed
                ? entered(assessed.contact().caseId(), entry.id())
                : Mono.empty();
    }

    private Mono<Void> entered(String caseId, String contactId) {
        return entering.each(new UpdateOneModel<>(
                        eq("_id", caseId), Updates.addToSet("contacts", contactId), new UpdateOptions().upsert(true)))
                .filter(done -> done)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Two at once; to be tried again")))
                .then();
    }

    /** Whether this is where the contact is entered: when it is new, or when nobody knows what of it was done. */
    public static boolean enters(Entry<Assessment> entry, List<TriageEvent> events) {
        return entry.version() == 1 || events.isEmpty();
    }
}
