package org.holdfast.triage.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Gathered;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.chassis.journal.Sought;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.TriageEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The open contacts, most urgent first and then longest waiting; kept beside the assessments, newer versions only. */
public final class WorkQueue implements Projection<Assessment, TriageEvent> {

    private final MongoCollection<Document> open;
    private final MongoCollection<Document> left;
    private final Gathered entering;
    private final Sought leaving;

    /** Over the service's own database. */
    public WorkQueue(MongoDatabase database) {
        open = database.getCollection("queue");
        left = database.getCollection("queue_left");
        entering = new Gathered(open, Duration.ofMillis(50));
        leaving = new Sought(left, Duration.ofMillis(10));
    }

    /** Makes the index that the guard against older versions needs. */
    public Mono<Void> prepare() {
        return Mono.from(open.createIndex(Indexes.ascending("at"), new IndexOptions().unique(true)))
                .then();
    }

    /** The entries behind this place in the queue, or from its head. */
    public Flux<QueueEntry> after(@Nullable QueuePlace place, int most) {
        return Flux.from(open.find())
                .map(QueueDocument::entry)
                .filter(entry -> place == null || place.isBefore(entry))
                .sort(Comparator.comparing(QueuePlace::of))
                .take(most);
    }

    /** How many contacts wait, by the name of their code. */
    public Mono<Map<String, Long>> byCode() {
        return Flux.from(open.find().projection(Projections.include("code")))
                .collect(Collectors.groupingBy(document -> document.getString("code"), Collectors.counting()));
    }

    @Override
    public Mono<Void> project(Entry<Assessment> entry, List<TriageEvent> events) {
        return switch (entry.state()) {
            case Assessment.Assessed assessed
            when !assessed.contact().closed() ->
                next(QueueDocument.of(entry, assessed), entry).then(leaveIfLeftSince(entry));
            case Assessment.Assessed _, Assessment.Erased _ -> leave(entry);
            case Assessment.Unassessed _ -> Mono.empty();
        };
    }

    /** Takes the place of the version before without looking, as nearly always it is there; looks where it is not. */
    private Mono<Void> next(Document next, Entry<Assessment> entry) {
        Mono<Boolean> quick = entry.version() == 1
                ? entering.each(new InsertOneModel<>(next))
                : Mono.from(open.replaceOne(eq("at", QueueDocument.at(entry.id(), entry.version() - 1)), next))
                        .map(result -> result.getMatchedCount() == 1);
        return quick.flatMap(done -> done ? Mono.empty() : enter(next, entry.version()));
    }

    private Mono<Void> enter(Document next, long version) {
        String id = next.getString("_id");
        return Mono.from(open.find(eq("_id", id)).first())
                .flatMap(before -> {
                    if (before.getLong("version") >= version) {
                        return Mono.just(true);
                    }
                    return Mono.from(open.replaceOne(eq("at", before.getString("at")), next))
                            .map(result -> result.getMatchedCount() == 1);
                })
                .switchIfEmpty(Mono.defer(() -> entering.each(new InsertOneModel<>(next))))
                .flatMap(done -> done ? Mono.empty() : enter(next, version));
    }

    /** A contact that was closed or erased leaves; a mark keeps an older version from bringing it back. */
    private Mono<Void> leave(Entry<Assessment> entry) {
        Document mark = new Document("_id", entry.id()).append("version", entry.version());
        return Mono.from(left.insertOne(mark))
                .onErrorResume(
                        Duplicates::is,
                        _ -> Mono.from(left.find(eq("_id", entry.id())).first())
                                .filter(before -> before.getLong("version") < entry.version())
                                .flatMap(_ -> Mono.from(left.replaceOne(eq("_id", entry.id()), mark)))
                                .then(Mono.empty()))
                .then(Mono.from(open.deleteOne(eq("_id", entry.id()))))
                .then();
    }

    private Mono<Void> leaveIfLeftSince(Entry<Assessment> entry) {
        return leaving.byId(entry.id())
                .filter(mark -> mark.getLong("version") > entry.version())
                .flatMap(_ -> Mono.from(open.deleteOne(eq("_id", entry.id()))))
                .then();
    }
}
