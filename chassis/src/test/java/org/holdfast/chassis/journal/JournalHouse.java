package org.holdfast.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.holdfast.chassis.journal.Counting.Add;
import org.holdfast.chassis.journal.Counting.Command;
import org.holdfast.chassis.journal.Counting.Counted;
import org.holdfast.chassis.journal.Counting.Counter;
import org.holdfast.chassis.journal.Counting.Some;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.chassis.testkit.MovableClock;
import org.holdfast.chassis.trace.Spans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** A journal of counters over some store, with a clock that can be moved and a broker that can go away. */
abstract class JournalHouse {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T22:00:00Z"));
    final ConcurrentLinkedQueue<Untold> told = new ConcurrentLinkedQueue<>();
    final AtomicBoolean brokerAway = new AtomicBoolean();
    MongoDatabase database;
    Journals journals;
    Handling<Counter, Command, Counted> counting;

    abstract String uri();

    @BeforeEach
    void begin() {
        database = Backends.database(uri());
        open();
    }

    @AfterEach
    void end() {
        if (database != null) { // else the test was skipped before anything began
            journals.stop();
        }
    }

    void open() {
        journals = instance(Duration.ofMillis(200));
        counting = counted(journals);
        journals.onTimer(
                "count",
                (stream, timer, due) -> counting.handle(
                        stream, new Counting.Alarm(due), Cause.deadline(stream, timer, due, clock.instant())));
        journals.prepare().block(PATIENCE);
        journals.start();
    }

    /** One more instance over the same store. */
    Journals instance(Duration sweepEvery) {
        return new Journals(
                database,
                message -> {
                    if (brokerAway.get()) {
                        throw new IllegalStateException("away");
                    }
                    told.add(message);
                },
                new Chain(new byte[32]),
                clock,
                sweepEvery,
                Spans.off());
    }

    static Handling<Counter, Command, Counted> counted(Journals journals) {
        return journals.handling(
                new StreamKind<>("count", Counter.class, Counted.class, new Counting(), Counting.telling(), List.of()));
    }

    Cause cause(String id) {
        return new Cause(id, "hash", "ana", clock.instant(), null, true);
    }

    Handled<Counter, Counted> add(String stream, long amount, String cause) {
        return counting.handle(stream, new Add("a.b$c", amount), cause(cause)).block(PATIENCE);
    }

    long sum(String stream) {
        return ((Some) counting.load(stream).block(PATIENCE).state()).sum();
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    boolean settled(String stream) {
        Document document = Mono.from(database.getCollection("journal")
                        .find(Filters.eq("_id", stream))
                        .first())
                .block(PATIENCE);
        return !document.containsKey("pending")
                && document.getList("untold", Document.class).isEmpty();
    }
}
