package org.holdfast.local.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;

/** Prints what the trial store bears: journal writes (one insert, then guarded updates of a 1 to 4 kB document) for each second. */
final class StoreRate {

    private StoreRate() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("store-rate");
        try (TrialStore store = TrialStore.start(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> streams = client.getDatabase("t").getCollection("streams");
            streams.createIndex(Indexes.ascending("at"), new IndexOptions().unique(true));
            run(streams, "warm", 16, 100);
            for (int writers : new int[] {1, 4, 16, 64}) {
                run(streams, "w" + writers, writers, 1_600 / writers);
            }
            System.out.printf("file %.1f MB%n", Files.size(directory.resolve("store.mv")) / 1e6);
        }
    }

    private static void run(MongoCollection<Document> streams, String name, int writers, int rounds) throws Exception {
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        long begun = System.nanoTime();
        try (ExecutorService all = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                futures.add(all.submit(() -> {
                    for (int r = 0; r < rounds; r++) {
                        String id = name + "-" + writer + "-" + r;
                        timed(
                                nanos,
                                () -> streams.insertOne(new Document("_id", id)
                                        .append("at", id + "#1")
                                        .append("state", "s".repeat(800))));
                        for (int v = 1; v < 4; v++) {
                            int version = v;
                            timed(
                                    nanos,
                                    () -> streams.findOneAndUpdate(
                                            Filters.eq("at", id + "#" + version),
                                            Updates.combine(
                                                    Updates.set("at", id + "#" + (version + 1)),
                                                    Updates.push(
                                                            "history",
                                                            new Document("v", version)
                                                                    .append("data", "h".repeat(800))))));
                        }
                    }
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Collections.sort(nanos);
        System.out.printf(
                "%-5s %2d writers: %6.0f writes/s, p50 %.2f ms, p99 %.2f ms%n",
                name,
                writers,
                nanos.size() / seconds,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6);
    }

    private static void timed(List<Long> nanos, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        nanos.add(System.nanoTime() - begun);
    }
}
