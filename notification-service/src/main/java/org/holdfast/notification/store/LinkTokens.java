package org.holdfast.notification.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.chassis.secret.SecretFile;

/** Makes the tokens of one-time links: the same again for the same calling, and unguessable without the key. */
public final class LinkTokens {

    private final SecretKeySpec key;

    /** With a key of 32 bytes. */
    public LinkTokens(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * With the key in the file, 64 hexadecimal digits.
     *
     * @param create whether a missing key is made; only for trial use on one machine
     */
    public static LinkTokens open(Path file, boolean create) {
        try {
            if (!Files.exists(file)) {
                if (!create) {
                    throw new IllegalStateException(
                            "The key of the links is missing: put 64 hexadecimal digits into " + file);
                }
                byte[] fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                new SecretFile(file).createOnce(HexFormat.of().formatHex(fresh));
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != 32) {
                throw new IllegalStateException("The key of the links needs 64 hexadecimal digits: " + file);
            }
            return new LinkTokens(key);
        } catch (IOException e) {
            throw new IllegalStateException("The key of the links cannot be read: " + file, e);
        }
    }

    /** The token of the link, 256 bits. */
    public String token(Link link) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac("token", link));
    }

    /** The two digits that the message shows beside the link. */
    public String digits(Link link) {
        byte[] mac = mac("digits", link);
        int number = ((mac[0] & 0x7f) << 24 | (mac[1] & 0xff) << 16 | (mac[2] & 0xff) << 8 | (mac[3] & 0xff)) % 100;
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** Whether these are the digits of the link; takes the same time whatever was typed. */
    public boolean matches(Link link, String digits) {
        return MessageDigest.isEqual(
                digits(link).getBytes(StandardCharsets.UTF_8), digits.getBytes(StandardCharsets.UTF_8));
    }

    /** Under what a token is kept. */
    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] mac(String what, Link link) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            String all = String.join("|", what, link.alert(), "" + link.episode(), "" + link.sequence(), link.person());
            return mac.doFinal(all.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
