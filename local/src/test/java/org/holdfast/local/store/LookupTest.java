package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index of the trial store finds is what reading the whole collection finds: whatever was written, and after each start. */
class LookupTest {

    private static final Instant MORNING = Instant.parse("1969-12-31T23:59:50Z");
    private static final int STEPS = 600;
    private static final int IDS = 40;

    @TempDir
    Path directory;

    @Test
    void findsWhatTheWholeCollectionHolds() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int start = 0; start < 3; start++) {
            try (TrialStore store = TrialStore.start(directory, 0);
                    MongoClient client = MongoClients.create(store.uri())) {
                MongoCollection<Document> indexed = client.getDatabase("t").getCollection("indexed");
                MongoCollection<Document> bare = client.getDatabase("t").getCollection("bare");
                if (start != 1) {
                    // at the first start it is made of nothing, at the third it is there; the second one does not ask
                    // for it
                    index(indexed);
                }
                for (int step = 0; step < STEPS; step++) {
                    change(random, List.of(indexed, bare));
                    Bson asked = question(random);
                    assertThat(found(indexed, asked))
                            .as("seed %d, start %d, step %d: %s", seed, start, step, asked.toBsonDocument())
                            .isEqualTo(found(bare, asked));
                }
            }
        }
    }

    @Test
    void anIndexThatComesLaterHoldsWhatWasThereBefore() {
        try (TrialStore store = TrialStore.start(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> streams = client.getDatabase("t").getCollection("streams");
            streams.insertOne(new Document("_id", "a").append("pending", true));
            streams.insertOne(new Document("_id", "b"));
            streams.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true));
            assertThat(found(streams, Filters.eq("pending", true))).containsExactly("a");
        }
    }

    @Test
    void anIndexOfACollectionThatWasDroppedBeginsAnew() {
        try (TrialStore store = TrialStore.start(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> timers = client.getDatabase("t").getCollection("indexed");
            index(timers);
            timers.insertOne(new Document("_id", "a").append("pending", true));
            timers.drop();
            timers.insertOne(new Document("_id", "b").append("pending", true));
            index(timers);
            assertThat(found(timers, Filters.eq("pending", true))).containsExactly("b");
            timers.dropIndex("pending_1");
            timers.insertOne(new Document("_id", "c").append("pending", true));
            index(timers);
            assertThat(found(timers, Filters.eq("pending", true))).containsExactly("b", "c");
        }
    }

    @Test
    void answersByTheIndexWhatTheServicesAskOften() {
        try (MVStore file = MVStore.open(null)) {
            FileLookup due = new FileLookup(file.openMap("due"), false, "due_1", List.of(new IndexKey("due", true)));
            assertThat(due.canHandle(asked("due", MORNING))).isTrue();
            assertThat(due.canHandle(asked("due", asked("$lte", MORNING)))).isTrue();
            assertThat(due.canHandle(asked("due", asked("$ne", MORNING)))).isFalse();
            assertThat(due.canHandle(asked("due", null))).isFalse();
            FileIndex open = new FileIndex(file.openMap("open"), "open_1", List.of(new IndexKey("open", true)), true);
            assertThat(open.canHandle(asked("open", asked("$gt", "")))).isTrue();
        }
    }

    private static de.bwaldvogel.mongo.bson.Document asked(String field, Object value) {
        return new de.bwaldvogel.mongo.bson.Document(field, value);
    }

    private static void index(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending("pending"), new IndexOptions().sparse(true));
        collection.createIndex(Indexes.ascending("due"));
        collection.createIndex(
                Indexes.ascending("open"), new IndexOptions().unique(true).sparse(true));
    }

    private static void change(Random random, List<MongoCollection<Document>> all) {
        String id = "id" + random.nextInt(IDS);
        Bson one = Filters.eq("_id", id);
        Date due = Date.from(MORNING.plusSeconds(random.nextInt(20)));
        int what = random.nextInt(9);
        for (MongoCollection<Document> collection : all) {
            switch (what) {
                case 0 -> collection.deleteOne(one);
                case 1 -> collection.updateOne(one, Updates.set("pending", true));
                case 2 -> collection.updateOne(one, Updates.unset("pending"));
                case 3 -> collection.updateOne(one, Updates.set("due", due));
                case 4 -> collection.updateOne(one, Updates.set("due", List.of(due, Date.from(MORNING))));
                case 5 -> collection.updateOne(one, Updates.set("open", id));
                case 6 -> collection.updateOne(one, Updates.unset("open"));
                case 7 -> collection.updateMany(Filters.lte("due", due), Updates.set("pending", true));
                default ->
                    collection.replaceOne(
                            one,
                            new Document("_id", id).append("due", due).append("pending", true),
                            new com.mongodb.client.model.ReplaceOptions().upsert(true));
            }
        }
    }

    private static Bson question(Random random) {
        Date due = Date.from(MORNING.plusSeconds(random.nextInt(20)));
        String id = "id" + random.nextInt(IDS);
        return switch (random.nextInt(9)) {
            case 7 -> Filters.and(Filters.gt("due", due), Filters.lt("due", due));
            case 0 -> Filters.eq("pending", true);
            case 1 -> Filters.eq("pending", null);
            case 2 -> Filters.eq("due", due);
            case 3 -> Filters.lte("due", due);
            case 4 -> Filters.gt("due", due);
            case 5 -> Filters.gt("open", id);
            case 6 -> Filters.exists("pending", false);
            default -> Filters.and(Filters.eq("pending", true), Filters.lt("due", due));
        };
    }

    private static List<Object> found(MongoCollection<Document> collection, Bson asked) {
        List<Object> ids = new ArrayList<>();
        collection.find(asked).forEach(document -> ids.add(document.get("_id")));
        ids.sort(null);
        return ids;
    }
}
