package org.holdfast.chassis.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a vault promises, over whichever store. */
abstract class VaultContract extends VaultHouse {

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
    void takesOnlyIdsAsIds() {
        assertThatThrownBy(() -> vault.put("a/b", "name", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.get(AMINA, "Amina Rahimi")).isInstanceOf(IllegalArgumentException.class);
    }
}
