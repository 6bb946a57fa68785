package org.holdfast.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.holdfast.chassis.journal.Counting.Add;
import org.holdfast.chassis.journal.Counting.Command;
import org.holdfast.chassis.journal.Counting.Counted;
import org.holdfast.chassis.journal.Counting.Counter;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.chassis.trace.Spans;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A decision costs the same among 50,000 streams as among 1,000: no hot filter scans, not even on the local store. */
@Tag("slow")
class HotFiltersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aDecisionCostsTheSameAmongManyStreams() {
        MongoDatabase database = Backends.database(Backends.local());
        Journals journals = new Journals(
                database, message -> {}, new Chain(new byte[32]), Clock.systemUTC(), Duration.ofDays(1), Spans.off());
        Handling<Counter, Command, Counted> counting = journals.handling(
                new StreamKind<>("count", Counter.class, Counted.class, new Counting(), Counting.telling(), List.of()));
        journals.prepare().block(PATIENCE);

        fill(database, 0, 1_000);
        decide(counting, "warm", 300);
        double few = decide(counting, "few", 300);
        fill(database, 1_000, 50_000);
        double many = decide(counting, "many", 300);

        System.out.printf("median decision: %.2f ms among 1,000, %.2f ms among 50,000%n", few, many);
        assertThat(many)
                .as("median ms among 50,000, against %.2f among 1,000", few)
                .isLessThan(few * 3 + 1);
    }

    private static double decide(Handling<Counter, Command, Counted> counting, String name, int times) {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            Cause cause = new Cause("cause-" + i, "", "ana", Instant.EPOCH, null, true);
            long begun = System.nanoTime();
            counting.handle("count/" + name + i % 10, new Add("k", 1), cause).block(PATIENCE);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[times / 2] / 1e6;
    }

    private static void fill(MongoDatabase database, int from, int to) {
        List<Document> batch = new ArrayList<>();
        for (int i = from; i < to; i++) {
            batch.add(new Document("_id", "count/fill" + i)
                    .append("at", "count/fill" + i + "#1")
                    .append("version", 1L)
                    .append("state", "{}"));
            if (batch.size() == 1_000) {
                Mono.from(database.getCollection("journal").insertMany(batch)).block(PATIENCE);
                batch = new ArrayList<>();
            }
        }
    }
}
