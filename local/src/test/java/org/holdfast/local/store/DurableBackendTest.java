package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableBackendTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @TempDir
    Path folder;

    private MVStore file;

    @Test
    void doesNotEvenAnswerAPingWhenItsFileCannotBeWritten() throws IOException {
        DurableBackend backend = open();
        assertThat(ask(backend, "ping", new Document("ping", 1))).containsEntry("ok", 1.0);
        ask(backend, "insert", insert("before"));
        assertThat(backend.isBroken()).isFalse();

        file.closeImmediately();

        assertThatThrownBy(() -> ask(backend, "insert", insert("after"))).isInstanceOf(RuntimeException.class);
        assertThat(backend.isBroken()).isTrue();
        assertThatThrownBy(() -> ask(backend, "ping", new Document("ping", 1)))
                .hasMessageContaining("until it is started anew");
    }

    @Test
    void whatTheFileLacksAfterAKillIsDoneAgain() throws IOException {
        DurableBackend backend = open();
        ask(backend, "insert", insert("one"));
        ask(backend, "insert", insert("one"));
        ask(backend, "update", push("one", 1));
        file.closeImmediately();
        DurableBackend again = open();

        assertThat(history(again)).isEqualTo(List.of(1));
        ask(again, "update", push("one", 2));
        file.closeImmediately();
        assertThat(history(open())).isEqualTo(List.of(1, 2));
    }

    @Test
    void whatIsInTheFileIsNotDoneOnceMoreThoughTheLogStillHasIt() throws IOException {
        DurableBackend backend = open();
        ask(backend, "insert", insert("one"));
        ask(backend, "update", push("one", 1));
        Path kept = folder.resolve("kept");
        Files.copy(log(), kept);
        ask(backend, "createIndexes", index());
        assertThat(WriteLog.open(kept).found()).hasSize(2);
        file.closeImmediately();
        Files.copy(kept, log(), StandardCopyOption.REPLACE_EXISTING);

        assertThat(history(open())).isEqualTo(List.of(1));
    }

    @Test
    void whatIsTooLargeForTheLogIsInTheFile() throws IOException {
        DurableBackend backend = open();
        ask(
                backend,
                "insert",
                new Document("insert", "contacts")
                        .append("$db", "desk")
                        .append(
                                "documents",
                                IntStream.range(0, 1_000)
                                        .mapToObj(i ->
                                                new Document("_id", "large-" + i).append("text", "x".repeat(20_000)))
                                        .toList()));
        ask(backend, "insert", insert("one"));
        file.closeImmediately();

        assertThat(ask(open(), "count", new Document("count", "contacts").append("$db", "desk")))
                .containsEntry("n", 1_001);
    }

    @Test
    void whatFailedForNoReasonThatIsKnownIsNotDoneAgain() throws IOException {
        DurableBackend backend = open();
        ask(backend, "insert", insert("one"));
        Document unheard = new Document("delete", "contacts")
                .append("$db", "desk")
                .append("deletes", List.of(new Document("q", new Document("_id", "none"))));
        assertThatThrownBy(() -> ask(backend, "delete", unheard)).isNotInstanceOf(MongoServerException.class);
        ask(backend, "update", push("one", 1));
        file.closeImmediately();

        assertThat(history(open())).isEqualTo(List.of(1));
    }

    @Test
    void whatWasRefusedIsRefusedAgain() throws IOException {
        DurableBackend backend = open();
        ask(backend, "insert", insert("one"));
        Document impossible = new Document("findAndModify", "contacts")
                .append("$db", "desk")
                .append("query", new Document("_id", "one"))
                .append("update", new Document("$unheard-of", new Document("a", 1)));
        assertThatThrownBy(() -> ask(backend, "findAndModify", impossible)).isInstanceOf(MongoServerException.class);
        ask(backend, "update", push("one", 1));
        file.closeImmediately();

        assertThat(history(open())).isEqualTo(List.of(1));
    }

    @Test
    void aLogThatDoesNotBelongToTheFileIsNotUsed() throws IOException {
        DurableBackend backend = open();
        ask(backend, "insert", insert("one"));
        ask(backend, "createIndexes", index());
        ask(backend, "update", push("one", 1));
        file.closeImmediately();
        Files.delete(folder.resolve("store.mv"));

        assertThatThrownBy(this::open).hasMessageContaining("do not belong together");
        assertThat(WriteLog.open(log()).found()).hasSize(1);
    }

    @Test
    void aCleanEndLeavesNothingToDoAgain() throws IOException {
        DurableBackend backend = open();
        ask(backend, "insert", insert("one"));
        backend.close();

        assertThat(WriteLog.open(log()).found()).isEmpty();
        assertThat(ask(open(), "count", new Document("count", "contacts").append("$db", "desk")))
                .containsEntry("n", 1);
    }

    private DurableBackend open() throws IOException {
        file = new MVStore.Builder()
                .fileName(folder.resolve("store.mv").toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        return new DurableBackend(new FileBackend(file), WriteLog.open(log()));
    }

    private Path log() {
        return folder.resolve("store.log");
    }

    private Document ask(DurableBackend backend, String command, Document query) {
        return backend.handleCommand(channel, "desk", command, query);
    }

    private Object history(DurableBackend backend) {
        Document found = ask(
                backend,
                "find",
                new Document("find", "contacts").append("$db", "desk").append("filter", new Document("_id", "one")));
        Document cursor = (Document) found.get("cursor");
        return ((Document) ((List<?>) cursor.get("firstBatch")).getFirst()).get("history");
    }

    private static Document index() {
        return new Document("createIndexes", "contacts")
                .append("$db", "desk")
                .append("indexes", List.of(new Document("name", "at").append("key", new Document("at", 1))));
    }

    private static Document insert(String id) {
        return new Document("insert", "contacts")
                .append("$db", "desk")
                .append("documents", List.of(new Document("_id", id)));
    }

    private static Document push(String id, int version) {
        return new Document("update", "contacts")
                .append("$db", "desk")
                .append(
                        "updates",
                        List.of(new Document("q", new Document("_id", id))
                                .append("u", new Document("$push", new Document("history", version)))));
    }
}
