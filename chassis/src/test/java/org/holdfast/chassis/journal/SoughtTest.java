package org.holdfast.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is looked for together is found as if each had been looked for alone. */
class SoughtTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MongoDatabase database = Backends.database(Backends.local());
    private final MongoCollection<Document> things = database.getCollection("things");

    @Test
    void eachIsGivenItsOwnDocumentOrNoneInOneCommand() {
        Mono.from(things.insertMany(List.of(new Document("_id", "a"), new Document("_id", "b"))))
                .block(PATIENCE);
        AtomicInteger commands = new AtomicInteger();
        Sought sought = new Sought(Commands.counted(things, "find", commands), Duration.ofMillis(200));

        List<String> found = Flux.mergeSequential(id(sought, "b"), id(sought, "none"), id(sought, "a"), id(sought, "b"))
                .collectList()
                .block(PATIENCE);

        assertThat(found).containsExactly("b", "nothing", "a", "b");
        assertThat(commands).hasValue(1);
    }

    @Test
    void whoAsksIsGivenWhatStandsThereAfterwards() {
        Sought sought = new Sought(things, Duration.ofMillis(1));
        for (int i = 0; i < 50; i++) {
            assertThat(id(sought, "n" + i).block(PATIENCE)).isEqualTo("nothing");
            Mono.from(things.insertOne(new Document("_id", "n" + i))).block(PATIENCE);
            assertThat(id(sought, "n" + i).block(PATIENCE)).isEqualTo("n" + i);
        }
    }

    @Test
    void aStoreThatIsAwayIsToldToEachAndTheNextIsLookedFor() {
        AtomicInteger commands = new AtomicInteger(-1);
        Sought failing = new Sought(Commands.counted(things, "find", commands), Duration.ofMillis(200));
        Mono<String> one = id(failing, "a").cache();
        Mono<String> other = id(failing, "b").cache();

        Mono.whenDelayError(one.onErrorComplete(), other.onErrorComplete()).block(PATIENCE);

        assertThatThrownBy(() -> one.block(PATIENCE)).hasMessage("away");
        assertThatThrownBy(() -> other.block(PATIENCE)).hasMessage("away");
        assertThat(id(failing, "a").block(PATIENCE)).isEqualTo("nothing");
    }

    private static Mono<String> id(Sought sought, String id) {
        return sought.byId(id).map(document -> document.getString("_id")).defaultIfEmpty("nothing");
    }
}
