package org.holdfast.chassis.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** The keys that wrap the data keys; the primary one wraps, the older ones still unwrap. */
final class KeyKeys {

    private final @Nullable KeyFile file;
    private volatile KeysetHandle keys;

    private KeyKeys(@Nullable KeyFile file, KeysetHandle keys) {
        this.file = file;
        this.keys = keys;
    }

    static KeyKeys open(Path directory, @Nullable String environment, boolean create) {
        if (environment != null && !environment.isBlank()) {
            return new KeyKeys(null, KeyFile.parse(environment));
        }
        KeyFile file = new KeyFile(directory.resolve("vault-kek.json"));
        return new KeyKeys(file, file.readOrCreate(create));
    }

    /** A new data key for the case, wrapped with the primary key that the file names now: another instance may have rotated. */
    byte[] freshDataKey(String caseId) {
        reread();
        return wrap(KeyFile.fresh(), caseId);
    }

    Aead unwrap(byte[] wrapped, String caseId) {
        return aead(unwrapped(wrapped, caseId));
    }

    byte[] rewrap(byte[] wrapped, String caseId) {
        return wrap(unwrapped(wrapped, caseId), caseId);
    }

    /** Whether the primary key alone can unwrap it. */
    boolean underPrimary(byte[] wrapped, String caseId) {
        try {
            KeysetHandle primary = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(keys.getPrimary().getKey())
                            .withFixedId(keys.getPrimary().getId())
                            .makePrimary())
                    .build();
            TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead(primary), bytes(caseId));
            return true;
        } catch (GeneralSecurityException older) {
            return false;
        }
    }

    /** Makes a new primary key; the older ones stay for reading. */
    synchronized void rotate() {
        KeyFile target = mine();
        try {
            KeysetHandle next = KeysetHandle.newBuilder(target.read())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            target.replace(next);
            keys = next;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the keyset cannot be rotated", failed);
        }
    }

    /** Forgets every key but the primary one. */
    synchronized void retire() {
        KeyFile target = mine();
        try {
            KeysetHandle.Builder next = KeysetHandle.newBuilder(target.read());
            for (int i = next.size() - 1; i >= 0; i--) {
                if (!next.getAt(i).isPrimary()) {
                    next.deleteAt(i);
                }
            }
            KeysetHandle one = next.build();
            target.replace(one);
            keys = one;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the older keys cannot be removed", failed);
        }
    }

    /** Another instance may have rotated the file. */
    void reread() {
        KeyFile source = file;
        if (source != null) {
            keys = source.read();
        }
    }

    private KeyFile mine() {
        KeyFile own = file;
        if (own == null) {
            throw new KeyRoutes.KeysKeptElsewhere();
        }
        return own;
    }

    private KeysetHandle unwrapped(byte[] wrapped, String caseId) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead(keys), bytes(caseId));
        } catch (GeneralSecurityException unknown) {
            reread();
        }
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead(keys), bytes(caseId));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("the data key of a case cannot be unwrapped with the vault's keyset");
        }
    }

    private byte[] wrap(KeysetHandle dataKey, String caseId) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(dataKey, aead(keys), bytes(caseId));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Aead aead(KeysetHandle keyset) {
        try {
            return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
