package org.holdfast.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.holdfast.local.store.TrialStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was saved is put back as it was, into empty databases only, and what was erased since stays erased. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-24T22:00:00Z");
    private static final List<String> ALL = List.of("intake", "triage", "identity");

    @TempDir
    Path folder;

    private TrialStore first;
    private TrialStore second;
    private MongoClient from;
    private MongoClient into;

    @BeforeEach
    void begin() throws IOException {
        first = TrialStore.start(folder.resolve("first"), free());
        second = TrialStore.start(folder.resolve("second"), free());
        from = MongoClients.create(first.uri());
        into = MongoClients.create(second.uri());
        MongoDatabase intake = from.getDatabase("intake");
        intake.getCollection("journal")
                .insertOne(
                        new Document("_id", "contact/one").append("version", 3L).append("state", "{}"));
        intake.getCollection("cases").insertOne(new Document("_id", "case-one"));
        intake.getCollection("leases").insertOne(new Document("_id", "sweeper"));
        for (String one : List.of("case-one", "case-two")) {
            intake.getCollection("vault_keys")
                    .insertOne(new Document("_id", one).append("key", new Binary(new byte[8])));
            intake.getCollection("vault_texts")
                    .insertOne(new Document("_id", one + "/note").append("text", new Binary(new byte[9])));
        }
        for (int i = 0; i < 1_201; i++) {
            from.getDatabase("triage").getCollection("cases").insertOne(new Document("_id", "case-" + i));
        }
        from.getDatabase("identity").getCollection("people").insertOne(new Document("_id", "olu"));
    }

    @AfterEach
    void end() {
        from.close();
        into.close();
        first.close();
        second.close();
    }

    @Test
    void putsBackWhatWasSavedAndMarksEveryStreamUnfinished() throws IOException {
        assertThat(saved()).isEqualTo(1_208);

        assertThat(back().restore(data(), Erasures.none())).isEqualTo(1_208);

        assertThat(documents(into, "triage", "cases")).isEqualTo(documents(from, "triage", "cases"));
        assertThat(documents(into, "intake", "vault_texts")).isEqualTo(documents(from, "intake", "vault_texts"));
        assertThat(documents(into, "intake", "vault_keys")).isEqualTo(documents(from, "intake", "vault_keys"));
        assertThat(documents(into, "identity", "people")).hasSize(1);
        assertThat(documents(into, "intake", "leases")).isEmpty();
        assertThat(documents(into, "intake", "journal"))
                .containsExactly(new Document("_id", "contact/one")
                        .append("version", 3L)
                        .append("state", "{}")
                        .append("pending", true));
    }

    @Test
    void readsViewsThenJournalsAgainstTheFlowThenWordsThenKeys() {
        from.getDatabase("triage").getCollection("journal").insertOne(new Document("_id", "assessment/one"));
        from.getDatabase("intake").getCollection("history").insertOne(new Document("_id", "contact/one#1"));

        assertThat(Order.of(from, ALL).stream().map(one -> one.database() + "." + one.collection()))
                .containsExactly(
                        "identity.people",
                        "triage.cases",
                        "intake.cases",
                        "triage.journal",
                        "intake.journal",
                        "intake.history",
                        "intake.vault_texts",
                        "intake.vault_keys");
    }

    @Test
    void whatWasErasedSinceTheBackupStaysErased() throws IOException {
        saved();
        Date at = Date.from(NOW.plusSeconds(60));
        from.getDatabase("intake")
                .getCollection("vault_keys")
                .replaceOne(new Document("_id", "case-two"), new Document("_id", "case-two").append("erased", at));
        Path list = folder.resolve("erasures.json");
        Erasures.in(first.uri(), ALL).write(list);

        back().restore(data(), Erasures.read(list));

        assertThat(documents(into, "intake", "vault_texts"))
                .extracting(one -> one.getString("_id"))
                .containsExactly("case-one/note");
        assertThat(documents(into, "intake", "vault_keys"))
                .contains(new Document("_id", "case-two").append("erased", at))
                .anyMatch(one -> one.getString("_id").equals("case-one") && one.containsKey("key"));
    }

    @Test
    void refusesAListOfErasuresThatIsOlderThanTheBackup() throws IOException {
        saved();
        Erasures old = new Erasures(NOW.minusSeconds(1), new TreeMap<>());

        assertThatThrownBy(() -> back().restore(data(), old)).hasMessageContaining("older than the backup");
        assertThat(documents(into, "identity", "people")).isEmpty();
    }

    @Test
    void refusesADatabaseThatIsNotEmptyAndLeavesItAsItIs() throws IOException {
        saved();
        into.getDatabase("identity").getCollection("people").insertOne(new Document("_id", "kim"));

        assertThatThrownBy(() -> back().restore(data(), Erasures.none())).hasMessageContaining("identity is not empty");
        assertThat(documents(into, "intake", "journal")).isEmpty();
    }

    @Test
    void refusesAFileThatWasChangedBeforeItWritesAnything() throws IOException {
        saved();
        Path file = data().resolve("triage/cases.bson");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> back().restore(data(), Erasures.none())).hasMessageContaining("triage/cases.bson");
        assertThat(documents(into, "identity", "people")).isEmpty();
    }

    @Test
    void refusesABackupThatWasNotFinished() throws IOException {
        saved();
        Files.delete(data().resolve("manifest.json"));

        assertThatThrownBy(() -> back().restore(data(), Erasures.none())).hasMessageContaining("not a whole one");
    }

    @Test
    void keysAreCopiedForTheirOwnerOnlyAndNeverOverOthers() throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets/intake"));
        Files.writeString(secrets.resolve("vault-kek.json"), "a keyset");
        Path copy = folder.resolve("keys");

        assertThat(Keys.copy(folder.resolve("secrets"), copy)).isEqualTo(1);

        Path file = copy.resolve("intake/vault-kek.json");
        assertThat(file).hasContent("a keyset");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> Keys.copy(folder.resolve("secrets"), copy)).hasMessageContaining("is not empty");
    }

    private long saved() throws IOException {
        return new Backup(first.uri(), ALL).save(data(), NOW);
    }

    private Backup back() {
        return new Backup(second.uri(), ALL);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static List<Document> documents(MongoClient client, String database, String collection) {
        return client.getDatabase(database).getCollection(collection).find().into(new ArrayList<>());
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
