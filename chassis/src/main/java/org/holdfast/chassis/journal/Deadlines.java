package org.holdfast.chassis.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fires the timers that streams want. What is wanted stands in each stream's state; the collection is an index of it, and
 * near timers are in memory. A timer may fire twice or late, never not at all: whether it is still wanted, the decision says.
 */
final class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final Duration NEAR = Duration.ofMinutes(10);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** A timer is in memory at once; its index is for others, and for the time after this process. */
    private static final Duration INDEXED_WITHIN = Duration.ofMillis(250);

    private record Timer(String stream, String name, Instant due, Instant at) {
        String key() {
            return id(stream, name, due);
        }
    }

    private final MongoCollection<Document> index;
    private final Gathered indexing;
    private final Clock clock;
    private final Map<String, Firing> firings = new ConcurrentHashMap<>();
    private final Map<String, Timer> near = new ConcurrentHashMap<>();
    private final PriorityBlockingQueue<Timer> queue = new PriorityBlockingQueue<>(64, Comparator.comparing(Timer::at));

    Deadlines(MongoDatabase database, Clock clock) {
        index = database.getCollection("timers");
        indexing = new Gathered(index, INDEXED_WITHIN);
        this.clock = clock;
    }

    Mono<Void> prepare() {
        return Mono.from(index.createIndex(Indexes.ascending("due"))).then();
    }

    /** The clock by which timers are due. */
    Clock clock() {
        return clock;
    }

    /** Says what to do with the timers of streams of this kind. */
    void on(String kind, Firing firing) {
        firings.put(kind, firing);
    }

    /**
     * A write changed what the stream wants: near timers are known at once.
     *
     * @param before what it wanted
     * @param known of these, what somebody has
     * @param after what it wants now
     */
    void wanted(String stream, Map<String, Instant> before, Map<String, Instant> known, Map<String, Instant> after) {
        before.forEach((name, due) -> {
            if (!due.equals(after.get(name))) {
                near.remove(id(stream, name, due));
            }
        });
        after.forEach((name, due) -> {
            if (!due.equals(known.get(name))) {
                remember(stream, name, due);
            }
        });
    }

    /** Brings the index in line with what the stream wants, as {@link #wanted}. */
    Mono<Void> index(
            String stream, Map<String, Instant> before, Map<String, Instant> known, Map<String, Instant> after) {
        Flux<Object> gone = Flux.fromIterable(before.entrySet())
                .filter(timer -> !timer.getValue().equals(after.get(timer.getKey())))
                .flatMap(timer -> takenOut(id(stream, timer.getKey(), timer.getValue())));
        Flux<Object> come = Flux.fromIterable(after.entrySet())
                .filter(timer -> !timer.getValue().equals(known.get(timer.getKey())))
                .flatMap(timer -> put(stream, timer.getKey(), timer.getValue()));
        return Flux.merge(gone, come).then();
    }

    /** Fires what is due by the clock; called many times a second. */
    void tick() {
        Instant now = clock.instant();
        for (Timer next = queue.peek(); next != null && !next.at().isAfter(now); next = queue.peek()) {
            Timer due = queue.poll();
            if (due != null && near.containsKey(due.key())) {
                fire(due);
            }
        }
    }

    /** Takes from the index what is near, whoever wrote it; a timer that is in memory already changes nothing. */
    Mono<Void> sweep() {
        return Flux.from(index.find(lte("due", Date.from(clock.instant().plus(NEAR)))))
                .doOnNext(document ->
                        remember(document.getString("stream"), document.getString("name"), exactly(document)))
                .then();
    }

    /** By how much the most overdue timer is late. */
    Optional<Duration> lateness() {
        Instant now = clock.instant();
        return near.values().stream()
                .map(timer -> Duration.between(timer.due(), now))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder());
    }

    private void fire(Timer due) {
        Firing firing = firings.get(due.stream().substring(0, due.stream().indexOf('/')));
        if (firing == null) {
            LOG.error("Nobody handles timers of {}", due.stream());
            return;
        }
        Mono.defer(() -> firing.fire(due.stream(), due.name(), due.due()))
                .then(takenOut(due.key()))
                .subscribe(
                        done -> near.remove(due.key()),
                        e -> {
                            LOG.warn(
                                    "Timer {} of {} failed, trying again: {}",
                                    due.name(),
                                    due.stream(),
                                    e.getClass().getSimpleName());
                            queue.add(new Timer(
                                    due.stream(),
                                    due.name(),
                                    due.due(),
                                    clock.instant().plus(AGAIN)));
                        },
                        () -> near.remove(due.key()));
    }

    private void remember(String stream, String name, Instant due) {
        if (due.isAfter(clock.instant().plus(NEAR))) {
            return;
        }
        Timer timer = new Timer(stream, name, due, due);
        if (near.putIfAbsent(timer.key(), timer) == null) {
            queue.add(timer);
        }
    }

    private Mono<?> put(String stream, String name, Instant due) {
        String id = Objects.requireNonNull(id(stream, name, due));
        Document timer = new Document("_id", id)
                .append("stream", stream)
                .append("name", name)
                .append("due", Date.from(due))
                .append("exactly", due.toString());
        return indexing.last(id, new ReplaceOneModel<>(eq("_id", id), timer, new ReplaceOptions().upsert(true)));
    }

    private Mono<Boolean> takenOut(String id) {
        return indexing.last(id, new DeleteOneModel<>(eq("_id", id)));
    }

    /** The store's dates end at the millisecond; a decision compares with the instant that its state wants. */
    private static Instant exactly(Document timer) {
        String exact = timer.getString("exactly");
        return exact == null ? timer.getDate("due").toInstant() : Instant.parse(exact);
    }

    private static String id(String stream, String name, Instant due) {
        return stream + "|" + name + "|" + due.toEpochMilli();
    }
}
