package org.holdfast.intake.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.holdfast.chassis.journal.Gathered;
import org.holdfast.chassis.journal.Shapes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Small documents that several writers change at once: read, change, write if nobody was faster, else again. Every hot filter
 * names one field that is indexed.
 */
final class Shelf<T> {

    private static final String OPEN = "open";
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration CHANGED_WITHIN = Duration.ofMillis(20);
    private static final int MOST_NOTED = 100;
    private static final int MOST_RECENT = 2_000;
    private static final Bson WITHOUT_NOTES = Projections.exclude(Note.FIELD);
    private static final int LARGEST_RECENT = 16_384;

    private final MongoCollection<Document> documents;
    private final Shapes shapes;
    private final Class<T> type;
    private final Predicate<T> open;
    private final Gathered beginnings;
    private final Gathered changes;
    private final Mono<Void> prepared;

    /** What this instance wrote last; only what is written where nobody else wrote since rests on it. */
    private final Map<String, Shelved<T>> recent = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shelved<T>> eldest) {
            return size() > MOST_RECENT;
        }
    });

    /** On its own collection; {@code open} says which values {@link #open()} finds. */
    Shelf(MongoDatabase database, String collection, Shapes shapes, Class<T> type, Predicate<T> open) {
        documents = database.getCollection(collection);
        beginnings = new Gathered(documents, MOMENT);
        changes = new Gathered(documents, CHANGED_WITHIN);
        this.shapes = shapes;
        this.type = type;
        this.open = open;
        prepared = Mono.defer(() -> Mono.from(
                                documents.createIndex(Indexes.ascending("at"), new IndexOptions().unique(true)))
                        .then(Mono.from(
                                documents.createIndex(Indexes.ascending(OPEN), new IndexOptions().sparse(true))))
                        .thenReturn(true))
                .cache(done -> FOR_EVER, failed -> Duration.ZERO, () -> Duration.ZERO)
                .then();
    }

    /** The value, or empty. */
    Mono<Shelved<T>> get(String id) {
        return Mono.from(find(eq("_id", id)).first()).map(document -> shelved(document, false));
    }

    /** Changes the value, or the first one where there is none; nothing is written where the change makes no difference. */
    Mono<Shelved<T>> update(String id, Supplier<T> first, UnaryOperator<T> change) {
        return update(id, first, change, null);
    }

    /**
     * The same, and the note is put beside the value in the same write, if the value changes and has not changed too often for that;
     * {@link Shelved#noted} says whether.
     */
    Mono<Shelved<T>> update(String id, Supplier<T> first, UnaryOperator<T> change, @Nullable Note note) {
        Mono<Shelved<T>> again = Mono.defer(() -> {
            recent.remove(id);
            return update(id, first, change, note);
        });
        Mono<Shelved<T>> looked = prepared.then(Mono.from(find(eq("_id", id)).first()))
                .map(document -> shelved(document, false))
                .flatMap(before -> replace(before, change, note, again).switchIfEmpty(Mono.just(before)))
                .switchIfEmpty(Mono.defer(() -> insert(id, first, change, note, again)));
        return Mono.defer(() -> prepared.then(Mono.justOrEmpty(recent.get(id)))
                .flatMap(before -> replace(before, change, note, again))
                .switchIfEmpty(looked));
    }

    /** Empty where the change makes no difference. */
    private Mono<Shelved<T>> replace(
            Shelved<T> before, UnaryOperator<T> change, @Nullable Note note, Mono<Shelved<T>> again) {
        T after = change.apply(before.value());
        if (after.equals(before.value())) {
            return Mono.empty();
        }
        Shelved<T> next = new Shelved<>(
                before.id(), before.version() + 1, after, true, note != null && before.version() < MOST_NOTED);
        Document written = document(next);
        List<Bson> sets = new ArrayList<>(written.entrySet().stream()
                .filter(field -> !field.getKey().equals("_id"))
                .map(field -> Updates.set(field.getKey(), field.getValue()))
                .toList());
        if (!written.containsKey(OPEN)) {
            sets.add(Updates.unset(OPEN));
        }
        if (note != null && next.noted()) {
            sets.add(note.set());
        }
        return changes.each(new UpdateOneModel<>(eq("at", at(before)), Updates.combine(sets)))
                .flatMap(done -> done ? Mono.just(remembered(next, written)) : again);
    }

    /** The notes beside the value, in no order. */
    Flux<String> notes(String id) {
        return Mono.from(documents
                        .find(eq("_id", id))
                        .projection(Projections.include(Note.FIELD))
                        .first())
                .flatMapIterable(found -> found.get(Note.FIELD, new Document()).values())
                .map(Object::toString);
    }

    private Shelved<T> remembered(Shelved<T> value, Document written) {
        if (written.getString("data").length() <= LARGEST_RECENT) {
            recent.put(value.id(), value);
        } else {
            recent.remove(value.id());
        }
        return value;
    }

    /** The same for a value that most likely is not there yet: it is written without looking for it first. */
    Mono<Shelved<T>> begin(String id, Supplier<T> first, UnaryOperator<T> change) {
        return prepared.then(Mono.defer(() -> insert(id, first, change, null, update(id, first, change))));
    }

    /** The same for a value that nobody waits for: it is written together with others. */
    Mono<Shelved<T>> beginSoon(String id, Supplier<T> first, UnaryOperator<T> change) {
        return prepared.then(Mono.defer(() -> {
            Shelved<T> next = new Shelved<>(id, 1, change.apply(first.get()), true, true);
            Document written = document(next);
            return beginnings
                    .each(new InsertOneModel<>(written))
                    .flatMap(done -> done ? Mono.just(remembered(next, written)) : update(id, first, change));
        }));
    }

    private Mono<Shelved<T>> insert(
            String id, Supplier<T> first, UnaryOperator<T> change, @Nullable Note note, Mono<Shelved<T>> thereAlready) {
        Shelved<T> next = new Shelved<>(id, 1, change.apply(first.get()), true, true);
        Document written = document(next);
        if (note != null) {
            written.append(Note.FIELD, new Document(note.key(), note.json()));
        }
        return Mono.from(documents.insertOne(written))
                .thenReturn(next)
                .doOnNext(value -> remembered(value, written))
                .onErrorResume(Duplicates::is, e -> thereAlready);
    }

    /** The values that are open. */
    Flux<Shelved<T>> open() {
        return prepared.thenMany(Flux.from(find(eq(OPEN, true)))).map(document -> shelved(document, false));
    }

    /** Every value. */
    Flux<Shelved<T>> all() {
        return Flux.from(find(new Document())).map(document -> shelved(document, false));
    }

    /** Values by descending id, those below {@code after} where it is given. */
    Flux<Shelved<T>> below(@Nullable String after, int limit) {
        FindPublisher<Document> found = find(after == null ? new Document() : lt("_id", after));
        return Flux.from(found.sort(Sorts.descending("_id")).limit(limit)).map(document -> shelved(document, false));
    }

    private FindPublisher<Document> find(Bson which) {
        return documents.find(which).projection(WITHOUT_NOTES);
    }

    private Document document(Shelved<T> value) {
        Document document = new Document("_id", value.id())
                .append("at", at(value))
                .append("n", value.version())
                .append("data", shapes.write(type, value.value()));
        return open.test(value.value()) ? document.append(OPEN, true) : document;
    }

    private Shelved<T> shelved(Document document, boolean changed) {
        T value = shapes.read(type, document.getString("data"));
        return new Shelved<>(document.getString("_id"), document.getLong("n"), value, changed, false);
    }

    private static String at(Shelved<?> value) {
        return value.id() + "#" + value.version();
    }
}
