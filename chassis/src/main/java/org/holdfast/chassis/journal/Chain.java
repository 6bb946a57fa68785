package org.holdfast.chassis.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Ties each entry of a history to the one before with an HMAC-SHA-256 whose key is not in the database: a change after the fact shows. */
final class Chain {

    private final SecretKeySpec key;

    /** With a secret of at least 32 bytes. */
    Chain(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("The journal's key must have at least 32 bytes");
        }
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The code of any text, in hexadecimal. */
    String code(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    /** The code of an entry after the one with the code {@code previous}, in hexadecimal. */
    String link(String previous, String stream, long version, Cause cause, List<Line.Fact> facts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            feed(mac, previous);
            feed(mac, stream);
            feed(mac, Long.toString(version));
            feed(mac, cause.id());
            feed(mac, cause.bodyHash());
            feed(mac, cause.actor());
            feed(mac, cause.time().toString());
            facts.forEach(fact -> feed(mac, fact.data()));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }

    private static void feed(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
    }
}
