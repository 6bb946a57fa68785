package org.holdfast.chassis.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.holdfast.chassis.testkit.Backends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a vault promises, over whichever store. */
abstract class VaultContract {

    private static final String AMINA = "01hamina";
    private static final String BORIS = "01hboris";
    private static final Instant NIGHT = Instant.parse("2026-11-22T02:10:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path secrets;

    private MongoDatabase database;
    private Vault vault;

    abstract String uri();

    @BeforeEach
    void open() {
        database = Backends.database(uri());
        vault = Vault.open(database, secrets, null, true);
    }

    @Test
    void givesBackWhatWasPut() {
        await(vault.put(AMINA, "name", "Amina Ödegård 🌙 \u0645\u0631\u062D\u0628\u0627"));
        assertThat(await(vault.get(AMINA, "name"))).isEqualTo("Amina Ödegård 🌙 \u0645\u0631\u062D\u0628\u0627");
        await(vault.put(AMINA, "name", "Amina"));
        assertThat(await(vault.get(AMINA, "name"))).isEqualTo("Amina");
    }

    @Test
    void keepsATextOf64KibibytesAndAnEmptyOne() {
        String narrative = "ä".repeat(32 * 1024);
        await(vault.put(AMINA, "note/1", narrative));
        await(vault.put(AMINA, "note/2", ""));
        assertThat(await(vault.get(AMINA, "note/1"))).isEqualTo(narrative);
        assertThat(await(vault.get(AMINA, "note/2"))).isEmpty();
    }

    @Test
    void knowsNothingOfWhatWasNeverPut() {
        await(vault.put(AMINA, "name", "Amina"));
        assertThat(await(vault.get(AMINA, "phone"))).isNull();
        assertThat(await(vault.get(BORIS, "name"))).isNull();
        assertThat(await(vault.erased(BORIS))).isFalse();
    }

    @Test
    void removesOneTextOnly() {
        await(vault.put(AMINA, "name", "Amina"));
        await(vault.put(AMINA, "phone", "555 0100"));
        await(vault.remove(AMINA, "phone"));
        await(vault.remove(AMINA, "phone"));
        assertThat(await(vault.get(AMINA, "phone"))).isNull();
        assertThat(await(vault.get(AMINA, "name"))).isEqualTo("Amina");
    }

    @Test
    void storesNoWordInTheClear() {
        await(vault.put(AMINA, "name", "Amina Rahimi"));
        for (Document text : all("vault_texts")) {
            String stored = new String(text.get("text", Binary.class).getData(), StandardCharsets.ISO_8859_1);
            assertThat(stored).doesNotContain("Amina").doesNotContain("Rahimi");
        }
        assertThat(all("vault_texts")).hasSize(1);
    }

    @Test
    void refusesATextThatWasMovedToAnotherPlace() {
        await(vault.put(AMINA, "note/1", "leave me alone"));
        await(vault.put(AMINA, "note/2", "please call"));
        await(vault.put(BORIS, "note/1", "fine"));
        Binary moved = text(AMINA + "/note/2");
        overwrite(AMINA + "/note/1", moved);
        overwrite(BORIS + "/note/1", moved);
        assertThatThrownBy(() -> await(vault.get(AMINA, "note/1"))).hasMessageContaining("changed or moved");
        assertThatThrownBy(() -> await(vault.get(BORIS, "note/1"))).hasMessageContaining("changed or moved");
        assertThat(await(vault.get(AMINA, "note/2"))).isEqualTo("please call");
    }

    @Test
    void refusesATextInWhichOneBitChanged() {
        await(vault.put(AMINA, "note/1", "leave me alone"));
        byte[] bytes = text(AMINA + "/note/1").getData();
        bytes[bytes.length - 1] ^= 1;
        overwrite(AMINA + "/note/1", new Binary(bytes));
        assertThatThrownBy(() -> await(vault.get(AMINA, "note/1"))).hasMessageContaining("changed or moved");
    }

    @Test
    void refusesADataKeyOfAnotherCase() {
        await(vault.put(AMINA, "name", "Amina"));
        await(vault.put(BORIS, "name", "Boris"));
        Binary key = find("vault_keys", BORIS).get("key", Binary.class);
        await(Mono.from(keys().updateOne(Filters.eq("_id", AMINA), Updates.set("key", key))));
        assertThatThrownBy(() -> await(vault.get(AMINA, "name"))).hasMessageContaining("unwrapped");
    }

    @Test
    void makesOneKeyWhenManyPutAtOnce() {
        List<Integer> refs = Flux.range(0, 40).collectList().block();
        await(Flux.fromIterable(refs)
                .flatMap(i -> vault.put(AMINA, "note/" + i, "text " + i).subscribeOn(Schedulers.parallel()), 40)
                .then());
        assertThat(all("vault_keys")).hasSize(1);
        for (int i : refs) {
            assertThat(await(vault.get(AMINA, "note/" + i))).isEqualTo("text " + i);
        }
    }

    @Test
    void keepsOneTextWhenOneRefIsPutManyTimesAtOnce() {
        await(Flux.range(0, 40)
                .flatMap(i -> vault.put(AMINA, "name", "Amina " + i).subscribeOn(Schedulers.parallel()), 40)
                .then());
        assertThat(all("vault_texts")).hasSize(1);
        assertThat(await(vault.get(AMINA, "name"))).startsWith("Amina ");
    }

    @Test
    void readsNothingAfterErasureNotEvenFromABackupOfTheTexts() {
        await(vault.put(AMINA, "name", "Amina"));
        await(vault.put(BORIS, "name", "Boris"));
        List<Document> backup = all("vault_texts");
        await(vault.erase(AMINA, NIGHT));
        assertThat(all("vault_texts")).hasSize(1);
        await(Mono.from(texts().deleteMany(new Document())));
        await(Mono.from(texts().insertMany(backup)));
        assertThat(await(vault.get(AMINA, "name"))).isNull();
        assertThat(await(vault.get(BORIS, "name"))).isEqualTo("Boris");
        assertThat(find("vault_keys", AMINA)).doesNotContainKey("key");
    }

    @Test
    void takesNothingMoreAfterErasure() {
        await(vault.put(AMINA, "name", "Amina"));
        await(vault.erase(AMINA, NIGHT));
        await(vault.erase(AMINA, NIGHT.plusSeconds(60)));
        assertThatThrownBy(() -> await(vault.put(AMINA, "name", "Amina"))).isInstanceOf(CaseErased.class);
        assertThat(await(vault.erased(AMINA))).isTrue();
        assertThat(find("vault_keys", AMINA).getDate("erased")).isEqualTo(NIGHT.toString());
        assertThat(all("vault_texts")).isEmpty();
    }

    @Test
    void takesNothingOfACaseThatWasErasedBeforeItWasKnown() {
        await(vault.erase(AMINA, NIGHT));
        assertThatThrownBy(() -> await(vault.put(AMINA, "name", "Amina"))).isInstanceOf(CaseErased.class);
        assertThat(all("vault_texts")).isEmpty();
    }

    @Test
    void anErasureInTheMiddleOfPutsLeavesNothing() {
        Vault other = Vault.open(database, secrets, null, false);
        Mono<Void> puts = Flux.range(0, 60)
                .flatMap(
                        i -> other.put(AMINA, "note/" + i, "text " + i)
                                .subscribeOn(Schedulers.parallel())
                                .onErrorComplete(CaseErased.class),
                        20)
                .then();
        await(Mono.when(puts, vault.put(AMINA, "name", "Amina").then(vault.erase(AMINA, NIGHT))));
        assertThat(all("vault_texts")).isEmpty();
        assertThat(await(vault.erased(AMINA))).isTrue();
    }

    @Test
    void erasesOnlyTheCaseThatIsMeant() {
        await(vault.put("01h", "name", "short"));
        await(vault.put("01h0", "name", "longer"));
        await(vault.put("01h-", "name", "dashed"));
        await(vault.erase("01h", NIGHT));
        assertThat(await(vault.get("01h0", "name"))).isEqualTo("longer");
        assertThat(await(vault.get("01h-", "name"))).isEqualTo("dashed");
        assertThat(all("vault_texts")).hasSize(2);
    }

    @Test
    void rotatesWithoutLosingAWord() {
        await(vault.put(AMINA, "name", "Amina"));
        await(vault.put(BORIS, "name", "Boris"));
        await(vault.erase(BORIS, NIGHT));
        await(vault.rotate());
        assertThat(await(vault.get(AMINA, "name"))).isEqualTo("Amina");
        assertThatThrownBy(() -> await(vault.retire())).hasMessageContaining("rewrap first");
        assertThat(await(vault.rewrap())).isEqualTo(1);
        assertThat(await(vault.rewrap())).isZero();
        await(vault.retire());
        assertThat(await(Vault.open(database, secrets, null, false).get(AMINA, "name")))
                .isEqualTo("Amina");
        assertThat(await(vault.erased(BORIS))).isTrue();
        assertThat(await(vault.get(BORIS, "name"))).isNull();
    }

    @Test
    void anotherInstanceReadsWhatWasWrappedAfterARotation() {
        await(vault.put(AMINA, "name", "Amina"));
        Vault other = Vault.open(database, secrets, null, false);
        await(vault.rotate());
        await(vault.put(BORIS, "name", "Boris"));
        assertThat(await(other.get(BORIS, "name"))).isEqualTo("Boris");
        assertThat(await(other.get(AMINA, "name"))).isEqualTo("Amina");
    }

    @Test
    void anInstanceThatSleptThroughARotationUsesNoRetiredKey() {
        Vault slept = Vault.open(database, secrets, null, false);
        await(vault.put(AMINA, "name", "Amina"));
        await(vault.rotate());
        await(vault.rewrap());
        await(vault.retire());
        await(slept.put(BORIS, "name", "Boris"));
        Vault fresh = Vault.open(database, secrets, null, false);
        assertThat(await(fresh.get(BORIS, "name"))).isEqualTo("Boris");
        assertThat(await(slept.get(AMINA, "name"))).isEqualTo("Amina");
    }

    @Test
    void aKeyThatWasRetiredOpensNothing() throws Exception {
        await(vault.put(AMINA, "name", "Amina"));
        String old = Files.readString(secrets.resolve("vault-kek.json"));
        await(vault.rotate());
        await(vault.rewrap());
        await(vault.retire());
        Vault thief = Vault.open(database, secrets, old, false);
        assertThatThrownBy(() -> await(thief.get(AMINA, "name"))).hasMessageContaining("unwrapped");
    }

    @Test
    void takesTheKeysetFromTheEnvironment() throws Exception {
        await(vault.put(AMINA, "name", "Amina"));
        String keyset = Files.readString(secrets.resolve("vault-kek.json"));
        Vault other = Vault.open(database, Path.of("/nowhere"), keyset, false);
        assertThat(await(other.get(AMINA, "name"))).isEqualTo("Amina");
        assertThatThrownBy(() -> await(other.rotate())).hasMessageContaining("HOLDFAST_VAULT_KEK");
    }

    @Test
    void willNotStartWithoutKeysNorWithBrokenOnes() throws Exception {
        Path empty = Files.createDirectory(secrets.resolve("empty"));
        assertThatThrownBy(() -> Vault.open(database, empty, null, false)).hasMessageContaining("no key-encryption");
        Files.writeString(empty.resolve("vault-kek.json"), "{\"key\": 1}");
        assertThatThrownBy(() -> Vault.open(database, empty, null, true)).hasMessageContaining("Tink JSON keyset");
        assertThat(Files.readString(empty.resolve("vault-kek.json"))).isEqualTo("{\"key\": 1}");
    }

    @Test
    void instancesThatStartTogetherAgreeOnOneKeyset() throws Exception {
        Path shared = secrets.resolve("shared/folder");
        List<Vault> vaults = Flux.range(0, 8)
                .flatMap(
                        i -> Mono.fromCallable(() -> Vault.open(database, shared, null, true))
                                .subscribeOn(Schedulers.parallel()),
                        8)
                .collectList()
                .block(PATIENCE);
        await(vaults.getFirst().put(AMINA, "name", "Amina"));
        for (Vault each : vaults) {
            assertThat(await(each.get(AMINA, "name"))).isEqualTo("Amina");
        }
        try (var files = Files.list(shared)) {
            assertThat(files).containsExactly(shared.resolve("vault-kek.json"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared.resolve("vault-kek.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void takesOnlyIdsAsIds() {
        assertThatThrownBy(() -> vault.put("a/b", "name", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.get(AMINA, "Amina Rahimi")).isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> @Nullable T await(Mono<T> mono) {
        return mono.block(PATIENCE);
    }

    private MongoCollection<Document> keys() {
        return database.getCollection("vault_keys");
    }

    private MongoCollection<Document> texts() {
        return database.getCollection("vault_texts");
    }

    private List<Document> all(String collection) {
        return Flux.from(database.getCollection(collection).find())
                .collectList()
                .block(PATIENCE);
    }

    private Document find(String collection, String id) {
        return Mono.from(database.getCollection(collection)
                        .find(Filters.eq("_id", id))
                        .first())
                .block(PATIENCE);
    }

    private Binary text(String id) {
        return find("vault_texts", id).get("text", Binary.class);
    }

    private void overwrite(String id, Binary sealed) {
        await(Mono.from(texts().updateOne(Filters.eq("_id", id), Updates.set("text", sealed))));
    }
}
