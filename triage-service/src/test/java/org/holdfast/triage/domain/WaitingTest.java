package org.holdfast.triage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.testkit.Backends;
import org.holdfast.triage.store.QueueEntry;
import org.holdfast.triage.store.WorkQueue;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Whatever the order in which the versions of an assessment reach the work queue, and how often, the newest stands there. */
class WaitingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ORDERS = 30;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final MongoDatabase database = Backends.database(Backends.local());
    private final WorkQueue queue = new WorkQueue(database);

    @Test
    void theNewestVersionStandsInTheQueue() {
        queue.prepare().block(PATIENCE);
        Person person = Person.onThePhone();
        List<Assessment> versions = new ArrayList<>();
        for (String item : List.of("cssrs.q1", "cssrs.q2", "cssrs.q4", "cssrs.q6")) {
            person.says(item, item.equals("cssrs.q4") ? "YES" : "NO");
            versions.add(person.state());
        }
        for (int order = 0; order < ORDERS; order++) {
            inSomeOrder("person" + order, versions);
        }
        List<QueueEntry> waiting = queue.after(null, 2 * ORDERS).collectList().block(PATIENCE);
        assertThat(waiting).as("seed %d", seed).hasSize(ORDERS).allSatisfy(entry -> {
            assertThat(entry.code()).isEqualTo(person.code());
            assertThat(entry.mustAsk()).isEqualTo(person.assessed().outcome().mustAsk());
        });
    }

    @Test
    void whoHungUpWaitsNoMore() {
        queue.prepare().block(PATIENCE);
        Person person = Person.onThePhone();
        person.says("cssrs.q1", "NO");
        Assessment first = person.state();
        person.says("cssrs.q2", "NO");
        Assessment second = person.state();
        person.hangsUp();
        for (int order = 0; order < ORDERS; order++) {
            inSomeOrder("gone" + order, List.of(first, second, person.state()));
        }
        assertThat(queue.after(null, ORDERS).collectList().block(PATIENCE))
                .as("seed %d", seed)
                .isEmpty();
    }

    private void inSomeOrder(String contact, List<Assessment> versions) {
        List<Entry<Assessment>> entries = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Entry<Assessment> entry = new Entry<>(
                    "assessment/" + contact,
                    i + 1,
                    versions.get(i),
                    Person.onThePhone().now());
            entries.addAll(Collections.nCopies(1 + random.nextInt(2), entry));
        }
        Collections.shuffle(entries, random);
        entries.forEach(entry -> Mono.from(queue.project(entry, List.of())).block(PATIENCE));
    }
}
