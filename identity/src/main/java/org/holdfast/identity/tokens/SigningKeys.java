package org.holdfast.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

/**
 * The keys that sign tokens, kept in a file that only its owner can read, so that tokens stay valid over a restart.
 *
 * <p>The newest key signs. At a start after its age is up a new one is made; the two before it stay published, so that
 * what they signed is still taken.
 */
public final class SigningKeys {

    private static final int BITS = 2048;
    private static final Duration AGE = Duration.ofDays(90);
    private static final int KEPT = 3;

    private final List<JWK> newestFirst;

    private SigningKeys(List<JWK> newestFirst) {
        this.newestFirst = List.copyOf(newestFirst);
    }

    /**
     * Reads the keys, or makes them at the first start.
     *
     * @param directory where secrets are kept; made when it is not there
     * @param now tells whether the newest key is too old to sign
     */
    public static SigningKeys in(Path directory, Instant now) {
        Path file = directory.resolve("identity-signing-keys.json");
        try {
            List<JWK> keys = new ArrayList<>(
                    Files.exists(file) ? JWKSet.parse(Files.readString(file)).getKeys() : List.of());
            keys.sort(Comparator.comparing(SigningKeys::issued).reversed());
            if (keys.isEmpty() || issued(keys.getFirst()).plus(AGE).isBefore(now)) {
                keys.addFirst(fresh(now));
                keys = keys.subList(0, Math.min(KEPT, keys.size()));
                write(directory, file, keys);
            }
            return new SigningKeys(keys);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing keys in " + file + " cannot be read or written", unreadable);
        } catch (ParseException | JOSEException damaged) {
            throw new IllegalStateException("the signing keys in " + file + " are damaged; restore the file", damaged);
        }
    }

    /** All keys that are still published, the signing one first. */
    public JWKSet all() {
        return new JWKSet(newestFirst);
    }

    /** The key id that signs now. */
    public String signing() {
        return newestFirst.getFirst().getKeyID();
    }

    private static Instant issued(JWK key) {
        Date issued = key.getIssueTime();
        return issued == null ? Instant.EPOCH : issued.toInstant();
    }

    private static JWK fresh(Instant now) throws JOSEException {
        return new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .issueTime(Date.from(now))
                .keyIDFromThumbprint(true)
                .generate();
    }

    private static void write(Path directory, Path file, List<JWK> keys) throws IOException {
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(
                directory,
                "keys",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, new JWKSet(keys).toString(false));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
