package org.holdfast.chassis.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a vault promises about its own keys, over whichever store: rotation, retirement, and where they come from. */
abstract class VaultKeysContract extends VaultHouse {

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
}
