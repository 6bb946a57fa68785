package org.holdfast.chassis.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.holdfast.chassis.testkit.Backends;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is written together is all written, and each asker hears how its own write went. */
class GatheredTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MongoDatabase database = Backends.database(Backends.local());
    private final MongoCollection<Document> things = database.getCollection("things");
    private final Gathered gathered = new Gathered(things, Duration.ofMillis(50));

    @Test
    void whoeverIsThereAlreadyRefusesNoOther() {
        Mono.from(things.insertOne(new Document("_id", "b"))).block(PATIENCE);

        List<Boolean> written = Flux.mergeSequential(inserted("a"), inserted("b"), inserted("c"), inserted("c"))
                .collectList()
                .block(PATIENCE);

        assertThat(written).containsExactly(true, false, true, false);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void theLastWriteOfADocumentStands() {
        Flux.merge(
                        gathered.last("x", number("x", 1)),
                        gathered.last("y", number("y", 1)),
                        gathered.last("x", number("x", 2)),
                        gathered.last("y", new DeleteOneModel<>(eq("_id", "y"))))
                .blockLast(PATIENCE);

        assertThat(Mono.from(things.find()).block(PATIENCE)).containsEntry("number", 2);
        assertThat(count()).isEqualTo(1);
        gathered.last("x", new DeleteOneModel<>(eq("_id", "x"))).block(PATIENCE);
        assertThat(count()).isZero();
    }

    @Test
    void aLaterWriteNeverOvertakesAnEarlierOne() {
        int most = 300;
        Flux.range(1, most)
                .flatMap(number -> gathered.last("x", number("x", number)), most)
                .blockLast(PATIENCE);
        Flux.range(1, most)
                .delayElements(Duration.ofMillis(1))
                .flatMap(number -> gathered.last("x", number("x", most + number)), most)
                .blockLast(PATIENCE);

        assertThat(Mono.from(things.find()).block(PATIENCE)).containsEntry("number", 2 * most);
    }

    @Test
    void whatManySayOfOneDocumentIsAllKept() {
        Flux.fromStream(IntStream.range(0, 50).boxed())
                .flatMap(i -> gathered.each(new UpdateOneModel<>(
                        eq("_id", "x"), Updates.addToSet("all", i), new UpdateOptions().upsert(true))))
                .blockLast(PATIENCE);

        assertThat(Mono.from(things.find()).block(PATIENCE).getList("all", Integer.class))
                .hasSize(50);
    }

    @Test
    void whereNotEachChangeFoundItsDocumentWhoChangesHasToLook() {
        Mono.from(things.insertOne(new Document("_id", "b").append("number", 1)))
                .block(PATIENCE);

        List<Boolean> written = Flux.mergeSequential(inserted("a"), changed("b", 1), changed("none", 1), inserted("b"))
                .collectList()
                .block(PATIENCE);

        assertThat(written).containsExactly(true, false, false, false);
        assertThat(Mono.from(things.find(eq("_id", "b")).first()).block(PATIENCE))
                .as("done all the same")
                .containsEntry("number", 2);
        assertThat(Flux.mergeSequential(changed("b", 2), inserted("c"), inserted("c"))
                        .collectList()
                        .block(PATIENCE))
                .containsExactly(true, true, false);
    }

    private Mono<Boolean> changed(String id, int from) {
        return gathered.each(new UpdateOneModel<>(and(eq("_id", id), eq("number", from)), Updates.inc("number", 1)));
    }

    @Test
    void manyGoAsFewCommands() {
        AtomicInteger commands = new AtomicInteger();
        Gathered counted = new Gathered(Commands.counted(things, commands), Duration.ofMillis(50));

        Flux.range(0, 100)
                .flatMap(i -> counted.each(new InsertOneModel<>(new Document("_id", "n" + i))), 100)
                .blockLast(PATIENCE);

        assertThat(count()).isEqualTo(100);
        assertThat(commands.get()).isBetween(1, 10);
    }

    @Test
    void aStoreThatIsAwayIsToldToEachAndTheNextIsWritten() {
        AtomicInteger commands = new AtomicInteger(-1);
        Gathered failing = new Gathered(Commands.counted(things, commands), Duration.ofMillis(500));
        Mono<Boolean> one =
                failing.each(new InsertOneModel<>(new Document("_id", "a"))).cache();
        Mono<Boolean> other =
                failing.each(new InsertOneModel<>(new Document("_id", "b"))).cache();

        Mono.whenDelayError(one.onErrorComplete(), other.onErrorComplete()).block(PATIENCE);

        assertThatThrownBy(() -> one.block(PATIENCE)).hasMessage("away");
        assertThatThrownBy(() -> other.block(PATIENCE)).hasMessage("away");
        assertThat(count()).isZero();
        assertThat(failing.each(new InsertOneModel<>(new Document("_id", "a"))).block(PATIENCE))
                .isTrue();
    }

    private Mono<Boolean> inserted(String id) {
        return gathered.each(new InsertOneModel<>(new Document("_id", id)));
    }

    private static WriteModel<Document> number(String id, int number) {
        return new ReplaceOneModel<>(
                eq("_id", id), new Document("_id", id).append("number", number), new ReplaceOptions().upsert(true));
    }

    private long count() {
        return Mono.from(things.countDocuments()).block(PATIENCE);
    }
}
