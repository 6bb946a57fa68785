package org.holdfast.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.holdfast.local.store.TrialStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container is asked to save and to put back, over its arguments and its environment. */
class KeepTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private TrialStore first;
    private TrialStore second;
    private Path address;

    @BeforeEach
    void begin() throws IOException {
        first = TrialStore.start(folder.resolve("first"), free());
        second = TrialStore.start(folder.resolve("second"), free());
        address = Files.writeString(folder.resolve("uri"), first.uri() + "\n");
        try (MongoClient client = MongoClients.create(first.uri())) {
            client.getDatabase("intake").getCollection("journal").insertOne(new Document("_id", "contact/one"));
            client.getDatabase("intake")
                    .getCollection("vault_keys")
                    .insertOne(new Document("_id", "case-one").append("key", new Binary(new byte[8])));
            client.getDatabase("holdfast-identity").getCollection("people").insertOne(new Document("_id", "olu"));
            for (String other : List.of("triage", "referral", "notification")) {
                client.getDatabase(other).createCollection("journal");
            }
        }
    }

    @AfterEach
    void end() {
        first.close();
        second.close();
    }

    @Test
    void savesAndPutsBackAndErasesAgainWhatWasErasedSince() throws IOException {
        assertThat(keep(first, "backup", "--to=" + folder.resolve("night"))).isZero();
        assertThat(said.toString()).contains("saved 3 documents");
        try (MongoClient client = MongoClients.create(first.uri())) {
            client.getDatabase("intake")
                    .getCollection("vault_keys")
                    .replaceOne(
                            new Document("_id", "case-one"),
                            new Document("_id", "case-one").append("erased", new Date()));
        }
        assertThat(keep(first, "erasures", "--to=" + folder.resolve("erasures.json")))
                .isZero();

        assertThat(keep(
                        second,
                        "restore",
                        "--from=" + folder.resolve("night"),
                        "--erasures=" + folder.resolve("erasures.json")))
                .isZero();

        assertThat(said.toString()).contains("1 erased cases", "put back 3 documents", "/cases/case-one/erasure");
        try (MongoClient client = MongoClients.create(second.uri())) {
            assertThat(client.getDatabase("intake")
                            .getCollection("vault_keys")
                            .find()
                            .first())
                    .containsKey("erased")
                    .doesNotContainKey("key");
            assertThat(client.getDatabase("holdfast-identity")
                            .getCollection("people")
                            .countDocuments())
                    .isOne();
        }
    }

    @Test
    void saysWhatIsMissingOrNotUnderstoodAndDoesNothing() {
        assertThat(keep(first)).isOne();
        assertThat(keep(first, "backup")).isOne();
        assertThat(keep(first, "backup", "--to")).isOne();
        assertThat(keep(first, "backup", "--too=" + folder.resolve("night"))).isOne();
        assertThat(keep(first, "restore", "--from=" + folder.resolve("night"))).isOne();
        assertThat(said.toString())
                .contains(
                        "--to=... is missing",
                        "--to is not understood",
                        "--too=",
                        "--erasures=... is missing",
                        "holdfast-identity");
        assertThat(folder.resolve("night")).doesNotExist();
        assertThat(Keep.run(List.of("backup", "--to=x"), Map.of(), out(), out()))
                .isOne();
        assertThat(said.toString()).contains("KEEP_URI_FILE names no file");
    }

    @Test
    void refusesADatabaseThatIsNotThereAndABackupThatHoldsMoreThanIsNamed() throws IOException {
        assertThat(keep(first, "backup", "--to=" + folder.resolve("night"), "--databases=intake,traige"))
                .isOne();
        assertThat(said.toString()).contains("no database traige");
        assertThat(folder.resolve("night")).doesNotExist();
        assertThat(keep(first, "backup", "--to=" + folder.resolve("night"))).isZero();
        assertThat(keep(
                        second,
                        "restore",
                        "--from=" + folder.resolve("night"),
                        "--erasures=none",
                        "--databases=intake"))
                .isOne();
        assertThat(said.toString()).contains("also holds [", "holdfast-identity");
        try (MongoClient client = MongoClients.create(second.uri())) {
            assertThat(client.getDatabase("intake").listCollectionNames().first())
                    .isNull();
        }
    }

    @Test
    void aListOfErasuresNeverForgetsAndABrokenOneIsNotTakenForOne() throws IOException {
        Path list = folder.resolve("erasures.json");
        try (MongoClient client = MongoClients.create(first.uri())) {
            client.getDatabase("intake")
                    .getCollection("vault_keys")
                    .insertOne(new Document("_id", "case-two").append("erased", new Date()));
            assertThat(keep(first, "erasures", "--to=" + list)).isZero();
            client.getDatabase("intake").getCollection("vault_keys").drop();
        }
        assertThat(keep(first, "erasures", "--to=" + list)).isZero();
        assertThat(list).content().contains("case-two");

        Files.writeString(list, "{");
        assertThat(keep(first, "erasures", "--to=" + list)).isOne();
        assertThat(said.toString()).contains("is not a list of erasures");
    }

    private int keep(TrialStore store, String... arguments) {
        Map<String, String> environment =
                store == first ? Map.of("KEEP_URI_FILE", address.toString()) : Map.of("KEEP_RESTORE_URI", store.uri());
        return Keep.run(List.of(arguments), environment, out(), out());
    }

    private PrintStream out() {
        return new PrintStream(said, true);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
