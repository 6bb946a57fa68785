package org.holdfast.chassis.stream;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.types.Binary;
import org.holdfast.chassis.journal.Lane;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where a service keeps what it could not handle: listed, shown, redriven, dropped; as guarded as the vault. */
public final class DeadLetters {

    private final MongoCollection<Document> letters;
    private final Clock clock;
    private final Function<DeadLetter, Mono<Void>> urgentlyBuried;
    private final Map<String, Consumer<DeadLetter>> listeners = new ConcurrentHashMap<>();
    private final Scheduler redriving = Schedulers.fromExecutorService(
            java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor(), "redriving");

    DeadLetters(MongoDatabase database, Clock clock, Function<DeadLetter, Mono<Void>> urgentlyBuried) {
        letters = database.getCollection("dead_letters");
        this.clock = clock;
        this.urgentlyBuried = urgentlyBuried;
    }

    /** Every letter, oldest first, and of those of one moment by id. */
    public Flux<DeadLetter> list() {
        return Flux.from(letters.find().sort(Sorts.ascending("buriedAt", "_id")))
                .map(DeadLetters::letter);
    }

    /** How many there are. */
    public Mono<Long> count() {
        return Mono.from(letters.countDocuments());
    }

    /** How many there are of each lane, by the lane's name. */
    public Mono<Map<String, Long>> countByLane() {
        return Mono.zip(
                        Mono.from(letters.countDocuments(eq("urgent", true))),
                        Mono.from(letters.countDocuments(eq("urgent", false))))
                .map(both -> Map.of(Lane.URGENT.name(), both.getT1(), Lane.ROUTINE.name(), both.getT2()));
    }

    /** One letter, or empty. */
    public Mono<DeadLetter> show(String id) {
        return Mono.from(letters.find(eq("_id", id)).first()).map(DeadLetters::letter);
    }

    /** Hands the letter to its listener once more; gone when that works, kept as it is when it does not. */
    public Mono<Boolean> redrive(String id) {
        return show(id).flatMap(letter -> Mono.<Boolean>fromCallable(() -> {
                    Consumer<DeadLetter> listener = listeners.get(letter.topic());
                    if (listener == null) {
                        return false;
                    }
                    listener.accept(letter);
                    return true;
                })
                .subscribeOn(redriving)
                .onErrorResume(RuntimeException.class, e -> Mono.just(false))
                .flatMap(worked -> worked ? drop(id).thenReturn(true) : Mono.just(false)));
    }

    /** Takes the letter away for good. */
    public Mono<Void> drop(String id) {
        return Mono.from(letters.deleteOne(eq("_id", id))).then();
    }

    void redrivenBy(String topic, Consumer<DeadLetter> listener) {
        listeners.put(topic, listener);
    }

    Mono<Void> bury(String topic, Lane lane, Map<String, Object> headers, byte[] payload, String reason) {
        Map<String, Object> kept = new HashMap<>();
        headers.forEach((name, value) -> {
            if (value != null && (name.startsWith("ce_") || name.startsWith("ce-"))) {
                kept.put(
                        name, value instanceof byte[] raw ? new String(raw, StandardCharsets.UTF_8) : value.toString());
            }
        });
        DeadLetter letter = new DeadLetter(
                id(topic, headers, payload), topic, lane == Lane.URGENT, kept, payload, reason, clock.instant());
        Document document = new Document("_id", letter.id())
                .append("topic", topic)
                .append("urgent", letter.urgent())
                .append("headers", new Document(kept))
                .append("payload", new Binary(payload))
                .append("reason", reason)
                .append("buriedAt", Date.from(letter.buriedAt()));
        return Mono.from(letters.replaceOne(eq("_id", letter.id()), document, new ReplaceOptions().upsert(true)))
                .then(letter.urgent() ? urgentlyBuried.apply(letter) : Mono.empty());
    }

    private static String id(String topic, Map<String, Object> headers, byte[] payload) {
        Object partition = headers.getOrDefault("kafka_receivedPartitionId", "");
        Object offset = headers.getOrDefault("kafka_offset", "");
        String place = topic + "/" + partition + "/" + offset + "/" + java.util.Arrays.hashCode(payload);
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static DeadLetter letter(Document document) {
        return new DeadLetter(
                document.getString("_id"),
                document.getString("topic"),
                document.getBoolean("urgent"),
                Map.copyOf(document.get("headers", Document.class)),
                document.get("payload", Binary.class).getData(),
                document.getString("reason"),
                document.getDate("buriedAt").toInstant());
    }
}
