package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial store keeps its word: what it acknowledged is there after it was killed, and an index never parts from its document. */
class TrialStoreTest {

    private static final int WRITERS = 32;

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endProcesses() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void findsEveryAcknowledgedWriteAfterBeingKilledInTheMiddle() throws Exception {
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        for (int round = 0; round < 3; round++) {
            Process store = start();
            String uri = readyUri(store);
            writeUntilKilled(uri, round, acknowledged, store);
        }

        Process again = start();
        try (MongoClient client = MongoClients.create(readyUri(again))) {
            MongoCollection<Document> streams = streams(client);
            for (Map.Entry<String, Integer> one : acknowledged.entrySet()) {
                Document found = streams.find(Filters.eq("_id", one.getKey())).first();
                assertThat(found).as("document %s", one.getKey()).isNotNull();
                int version = found.getInteger("version");
                assertThat(version).as("version of %s", one.getKey()).isGreaterThanOrEqualTo(one.getValue());
                // the unique index knows the same version as the document, and no other
                String at = one.getKey() + "#" + version;
                assertThat(found.getString("at")).isEqualTo(at);
                assertThat(streams.find(Filters.eq("at", at)).first()).isEqualTo(found);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(3 * WRITERS);
    }

    @Test
    void answersTheSameAfterACleanEnd() {
        try (TrialStore store = TrialStore.start(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            streams(client)
                    .insertOne(new Document("_id", "a").append("at", "a#1").append("version", 1));
        }
        try (TrialStore store = TrialStore.start(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(streams(client).find(Filters.eq("at", "a#1")).first()).containsEntry("version", 1);
        }
    }

    @Test
    void saysWhoHasTheFileWhenASecondStoreOpensIt() {
        try (TrialStore first = TrialStore.start(directory, 0)) {
            assertThat(first.isBroken()).isFalse();
            assertThatThrownBy(() -> TrialStore.start(directory, 0))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("another stack may be using it");
        }
    }

    @Test
    void namesTheTakenPort() {
        try (TrialStore first = TrialStore.start(directory.resolve("one"), 0)) {
            int port = Integer.parseInt(first.uri().substring(first.uri().lastIndexOf(':') + 1));
            assertThatThrownBy(() -> TrialStore.start(directory.resolve("two"), port))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("port " + port + " is taken");
        }
    }

    @Test
    void losesNoUpdateWhenManyWriteTheSameDocument() throws Exception {
        try (TrialStore store = TrialStore.start(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> streams = streams(client);
            streams.insertOne(new Document("_id", "one").append("at", "one#0").append("version", 0));
            AtomicInteger won = new AtomicInteger();
            inParallel(WRITERS, () -> {
                for (int i = 0; i < 20; i++) {
                    Document seen = streams.find(Filters.eq("_id", "one")).first();
                    int version = seen.getInteger("version");
                    assertThat(seen.getString("at")).isEqualTo("one#" + version);
                    if (moveOn(streams, "one", version)) {
                        won.incrementAndGet();
                    }
                }
            });
            assertThat(streams.find(Filters.eq("_id", "one")).first()).containsEntry("version", won.get());
        }
    }

    private static boolean moveOn(MongoCollection<Document> streams, String id, int version) {
        return streams.findOneAndUpdate(
                        Filters.eq("at", id + "#" + version),
                        Updates.combine(
                                Updates.set("at", id + "#" + (version + 1)),
                                Updates.set("version", version + 1),
                                Updates.push("history", new Document("version", version + 1))))
                != null;
    }

    /** Each writer opens streams of its own and moves each on three times, noting what was acknowledged; then the store is killed. */
    private static void writeUntilKilled(String uri, int round, Map<String, Integer> acknowledged, Process store)
            throws Exception {
        CountDownLatch enough = new CountDownLatch(WRITERS * 20);
        try (MongoClient client = MongoClients.create(uri + "/?serverSelectionTimeoutMS=500")) {
            MongoCollection<Document> streams = streams(client);
            AtomicInteger number = new AtomicInteger();
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1);
            for (int i = 0; i < WRITERS; i++) {
                writers.submit(() -> {
                    while (true) {
                        String id = "contact/" + round + "-" + number.incrementAndGet();
                        streams.insertOne(
                                new Document("_id", id).append("at", id + "#1").append("version", 1));
                        acknowledged.put(id, 1);
                        for (int version = 1; version < 4; version++) {
                            moveOn(streams, id, version);
                            acknowledged.put(id, version + 1);
                        }
                        enough.countDown();
                    }
                });
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            store.destroyForcibly().waitFor();
            writers.shutdown();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void inParallel(int count, Runnable work) throws Exception {
        try (ExecutorService all = Executors.newFixedThreadPool(count)) {
            List<java.util.concurrent.Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                futures.add(all.submit(work));
            }
            for (java.util.concurrent.Future<?> future : futures) {
                future.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static MongoCollection<Document> streams(MongoClient client) {
        MongoCollection<Document> streams = client.getDatabase("t").getCollection("streams");
        streams.createIndex(Indexes.ascending("at"), new IndexOptions().unique(true));
        return streams;
    }

    private Process start() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreMain.class.getName(),
                        directory.toString(),
                        "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        return process;
    }

    private static String readyUri(Process process) throws Exception {
        String line;
        while ((line = process.inputReader(StandardCharsets.UTF_8).readLine()) != null) {
            if (line.startsWith("store ready at ")) {
                return line.substring("store ready at ".length());
            }
        }
        throw new AssertionError("the store ended before it was ready");
    }
}
