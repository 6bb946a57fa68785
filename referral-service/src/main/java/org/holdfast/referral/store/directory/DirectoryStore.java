package org.holdfast.referral.store.directory;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.holdfast.referral.domain.directory.Listing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Keeps the directory in MongoDB: one document for each service; what a source drops becomes inactive, never lost. */
public final class DirectoryStore {

    private static final int BATCH = 250;

    private final MongoCollection<Document> listings;
    private final MongoCollection<Document> imports;
    private final Clock clock;

    public DirectoryStore(MongoDatabase database, Clock clock) {
        this.listings = database.getCollection("directory");
        this.imports = database.getCollection("directory_imports");
        this.clock = clock;
    }

    /** Reads the source if its files are not those of the last import, and gives everything that is stored of it. Files are read on {@code files}. */
    public Mono<List<Listing>> refreshed(DirectorySource source, double reachKm, Scheduler files) {
        return Mono.fromCallable(() -> source.fingerprint(reachKm))
                .subscribeOn(files)
                .flatMap(fingerprint -> report(source)
                        .filter(last -> last.fingerprint().equals(fingerprint))
                        .flatMap(last -> all(source.name()))
                        .switchIfEmpty(Mono.defer(() -> Mono.fromCallable(() -> source.read(reachKm))
                                .subscribeOn(files)
                                .flatMap(imported -> taken(imported, fingerprint)))));
    }

    /** What came of the last import of this source, or empty when there was none. */
    public Mono<DirectoryReport> report(DirectorySource source) {
        return Mono.from(imports.find(Filters.eq("_id", source.name())).first())
                .map(document -> read(document, DirectoryReport.class));
    }

    /** Gives what is stored then, without reading it all back. */
    private Mono<List<Listing>> taken(Imported imported, String fingerprint) {
        return all(imported.source()).flatMap(before -> {
            Set<String> now = new HashSet<>();
            imported.listings().forEach(listing -> now.add(listing.id()));
            List<Listing> gone = before.stream()
                    .filter(listing -> !now.contains(listing.id()))
                    .map(Listing::inactive)
                    .toList();
            List<Listing> writing = new ArrayList<>(imported.listings());
            writing.addAll(gone);
            DirectoryReport report = new DirectoryReport(
                    imported.source(), fingerprint, clock.instant(), imported.counts(), gone.size(), imported.flags());
            return Flux.fromIterable(writing)
                    .map(listing -> replacing(imported.source(), listing))
                    .buffer(BATCH)
                    .concatMap(batch -> listings.bulkWrite(batch, new BulkWriteOptions().ordered(false)))
                    .then(Mono.from(imports.replaceOne(
                            Filters.eq("_id", imported.source()),
                            document(imported.source(), report),
                            new ReplaceOptions().upsert(true))))
                    .thenReturn(writing);
        });
    }

    private Mono<List<Listing>> all(String source) {
        return Flux.from(listings.find(Filters.eq("source", source)))
                .map(document -> read(document, Listing.class))
                .collectList();
    }

    private static WriteModel<Document> replacing(String source, Listing listing) {
        String id = source + "/" + listing.id();
        return new ReplaceOneModel<>(
                Filters.eq("_id", id),
                document(id, listing).append("source", source),
                new ReplaceOptions().upsert(true));
    }

    private static Document document(String id, Object value) {
        return new Document("_id", id).append("data", Json.HSDS.writeValueAsString(value));
    }

    private static <T> T read(Document document, Class<T> type) {
        return Json.HSDS.readValue(document.getString("data"), type);
    }
}
