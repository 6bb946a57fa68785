package org.holdfast.chassis.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.holdfast.chassis.secret.SecretFile;

/** The file that holds the key-encryption keys as a Tink JSON keyset; readable by its owner only, on disk before it is used. */
record KeyFile(Path path) {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeysetHandle parse(String json) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | RuntimeException broken) {
            throw new IllegalStateException("the vault's key-encryption keyset is not a Tink JSON keyset");
        }
    }

    static String json(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads the keys; where there is no file it is made, if that is allowed. Two that make it at once agree on one. */
    KeysetHandle readOrCreate(boolean create) {
        if (!Files.exists(path)) {
            if (!create) {
                throw new IllegalStateException("no key-encryption keyset at " + path
                        + "; give one there or in HOLDFAST_VAULT_KEK, or set holdfast.secrets.create=true for a trial");
            }
            try {
                new SecretFile(path).createOnce(json(fresh()));
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot create " + path, failed);
            }
        }
        return read();
    }

    KeysetHandle read() {
        try {
            return parse(Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + path, unreadable);
        }
    }

    void replace(KeysetHandle keys) {
        try {
            new SecretFile(path).replace(json(keys));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot replace " + path, failed);
        }
    }

    static KeysetHandle fresh() {
        try {
            return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
