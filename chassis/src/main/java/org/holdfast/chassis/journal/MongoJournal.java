package org.holdfast.chassis.journal;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The journal in MongoDB; every hot filter names one indexed field, and nothing needs a transaction. */
final class MongoJournal implements Journal {

    private static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private final MongoCollection<Document> journal;
    private final MongoCollection<Document> archive;

    MongoJournal(MongoDatabase database) {
        journal = database.getCollection("journal").withWriteConcern(DURABLE);
        archive = database.getCollection("history").withWriteConcern(DURABLE);
    }

    /** Makes the indexes; harmless when they are there. */
    Mono<Void> prepare() {
        IndexOptions unique = new IndexOptions().unique(true);
        return Flux.concat(
                        journal.createIndex(Indexes.ascending("at"), unique),
                        journal.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true)),
                        archive.createIndex(Indexes.ascending("cause"), unique))
                .then();
    }

    @Override
    public Mono<Kept> load(String stream) {
        return Mono.from(journal.find(eq("_id", stream)).first()).map(Documents::kept);
    }

    @Override
    public Mono<Boolean> write(@Nullable Kept before, Kept next) {
        Line line = next.lines().getFirst();
        List<Document> untold = next.untold().stream().map(Documents::untold).toList();
        if (before == null) {
            Document first = new Document("_id", next.stream())
                    .append("at", Documents.at(next.stream(), next.version()))
                    .append("version", next.version())
                    .append("state", next.state())
                    .append("timers", Documents.timers(next.timers()))
                    .append("history", List.of(Documents.line(line)))
                    .append("untold", untold)
                    .append("pending", true);
            return Mono.from(journal.insertOne(first))
                    .thenReturn(true)
                    .onErrorResume(
                            MongoWriteException.class,
                            e -> e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                    ? Mono.just(false)
                                    : Mono.error(e));
        }
        return Mono.from(journal.updateOne(
                        eq("at", Documents.at(before.stream(), before.version())),
                        Updates.combine(
                                Updates.set("at", Documents.at(next.stream(), next.version())),
                                Updates.set("version", next.version()),
                                Updates.set("state", next.state()),
                                Updates.set("timers", Documents.timers(next.timers())),
                                Updates.push("history", Documents.line(line)),
                                Updates.pushEach("untold", untold),
                                Updates.set("pending", true))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Line> recall(String stream, String cause) {
        return Mono.from(archive.find(eq("cause", stream + "|" + cause)).first())
                .map(document -> Documents.line(document.get("line", Document.class)));
    }

    @Override
    public Flux<Line> history(String stream) {
        return load(stream).flatMapMany(kept -> {
            long oldest = kept.lines().getFirst().version();
            Flux<Line> archived = Flux.range(1, (int) (oldest - 1))
                    .concatMap(version -> archive.find(eq("_id", Documents.at(stream, version)))
                            .first())
                    .map(document -> Documents.line(document.get("line", Document.class)));
            return archived.concatWith(Flux.fromIterable(kept.lines()));
        });
    }

    @Override
    public Flux<Kept> pending() {
        return Flux.from(journal.find(eq("pending", true))).map(Documents::kept);
    }

    @Override
    public Flux<Kept> all(String kind) {
        return Flux.from(journal.find())
                .filter(document -> document.getString("_id").startsWith(kind + "/"))
                .map(Documents::kept);
    }

    @Override
    public Flux<String> heads() {
        return Flux.from(journal.find())
                .map(Documents::kept)
                .map(kept -> kept.stream() + "#" + kept.version() + ":" + kept.head());
    }

    @Override
    public Mono<Void> settle(Collection<Settled> settled) {
        List<WriteModel<Document>> updates = settled.stream()
                .filter(done -> done.whole() || !done.told().isEmpty())
                .<WriteModel<Document>>map(
                        done -> done.whole() ? new UpdateOneModel<>(newest(done), over(done)) : told(done))
                .toList();
        return bulk(updates)
                .filter(matched -> matched < updates.size())
                .flatMap(matched -> bulk(settled.stream()
                        .filter(done -> done.whole() && !done.told().isEmpty())
                        .<WriteModel<Document>>map(MongoJournal::told)
                        .toList()))
                .then();
    }

    /** Nearly always nothing was written since: then all of it is one update of one document. */
    private static Bson newest(Settled done) {
        return eq("at", Documents.at(done.stream(), done.version()));
    }

    private static Bson over(Settled done) {
        Bson over = Updates.unset("pending");
        return done.told().isEmpty() ? over : Updates.combine(over, withoutTold(done));
    }

    private static UpdateOneModel<Document> told(Settled done) {
        return new UpdateOneModel<>(eq("_id", done.stream()), withoutTold(done));
    }

    private static Bson withoutTold(Settled done) {
        return Updates.pull("untold", new Document("id", new Document("$in", List.copyOf(done.told()))));
    }

    /** How many documents were found. */
    private Mono<Integer> bulk(List<WriteModel<Document>> updates) {
        return updates.isEmpty()
                ? Mono.empty()
                : Mono.from(journal.bulkWrite(updates, new BulkWriteOptions().ordered(true)))
                        .map(BulkWriteResult::getMatchedCount);
    }

    @Override
    public Mono<Void> archive(Kept stream, long version) {
        Flux<Void> copied = Flux.fromIterable(stream.lines())
                .filter(line -> line.version() <= version)
                .concatMap(line -> Mono.from(archive.insertOne(new Document(
                                        "_id", Documents.at(stream.stream(), line.version()))
                                .append(
                                        "cause",
                                        stream.stream() + "|" + line.cause().id())
                                .append("line", Documents.line(line))))
                        .then()
                        .onErrorResume(
                                MongoWriteException.class,
                                e -> e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                                        ? Mono.empty()
                                        : Mono.error(e)));
        Document old = new Document("version", new Document("$lte", version));
        return copied.then(Mono.from(journal.updateOne(eq("_id", stream.stream()), Updates.pull("history", old))))
                .then();
    }
}
