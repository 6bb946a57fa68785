package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableBackendTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @Test
    void doesNotEvenAnswerAPingWhenItsFileCannotBeWritten(@TempDir Path folder) {
        MVStore file = new MVStore.Builder()
                .fileName(folder.resolve("store.mv").toString())
                .autoCommitDisabled()
                .open();
        DurableBackend backend = new DurableBackend(new FileBackend(file));
        assertThat(ask(backend, "ping", new Document("ping", 1))).containsEntry("ok", 1.0);
        ask(backend, "insert", insert("before"));
        assertThat(backend.isBroken()).isFalse();

        file.closeImmediately();

        assertThatThrownBy(() -> ask(backend, "insert", insert("after"))).isInstanceOf(RuntimeException.class);
        assertThat(backend.isBroken()).isTrue();
        assertThatThrownBy(() -> ask(backend, "ping", new Document("ping", 1)))
                .hasMessageContaining("until it is started anew");
    }

    private Document ask(DurableBackend backend, String command, Document query) {
        return backend.handleCommand(channel, "desk", command, query);
    }

    private static Document insert(String id) {
        return new Document("insert", "contacts")
                .append("$db", "desk")
                .append("documents", List.of(new Document("_id", id)));
    }
}
