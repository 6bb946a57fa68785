package org.holdfast.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.holdfast.chassis.secret.SecretFile;

/** Writes, once, the roster that a fresh stack begins with, and the secret that the demo phone checks signatures by. */
public final class DemoFiles {

    private DemoFiles() {}

    /** Writes what is not there yet; a roster that somebody has changed stays. */
    public static void write(Path data, URI page) throws IOException {
        Files.createDirectories(data);
        if (!Files.exists(secretFile(data))) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            new SecretFile(secretFile(data))
                    .createOnce("whsec_" + Base64.getEncoder().encodeToString(random));
        }
        new SecretFile(roster(data)).replace(rosterText(page, phoneSecret(data)));
    }

    /** The roster to begin with. */
    public static Path roster(Path data) {
        return data.resolve("secrets/demo-roster.json");
    }

    /** What the webhooks to the demo phone are signed with. */
    public static String phoneSecret(Path data) {
        try {
            return Files.readString(secretFile(data)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path secretFile(Path data) {
        return data.resolve("secrets/demo-phone");
    }

    /** Ana and Ben take turns by the week; Sam, and then everyone, is the net under them. */
    private static String rosterText(URI page, String secret) {
        return """
                {
                  "rotas": [
                    {"id": "crisis-line", "participants": ["ana", "ben"], "zone": "America/New_York",
                     "start": "2026-01-05T09:00:00", "unit": "WEEKS", "every": 1}
                  ],
                  "people": [
                    {"id": "ana", "email": "ana@helpline.example", "webhook": "%1$s/phone/ana", "webhookSecret": "%2$s"},
                    {"id": "ben", "email": "ben@helpline.example", "webhook": "%1$s/phone/ben", "webhookSecret": "%2$s"},
                    {"id": "sam", "email": "sam@helpline.example", "webhook": "%1$s/phone/sam", "webhookSecret": "%2$s"}
                  ],
                  "policies": {
                    "A": {"steps": [
                        {"call": "ON_CALL", "rota": "crisis-line", "ahead": 0, "ackSeconds": 60, "engageSeconds": 300},
                        {"call": "ON_CALL", "rota": "crisis-line", "ahead": 1, "ackSeconds": 60, "engageSeconds": 300}],
                      "engageSeconds": 300},
                    "B": {"steps": [
                        {"call": "ON_CALL", "rota": "crisis-line", "ahead": 0, "ackSeconds": 120, "engageSeconds": 600},
                        {"call": "ON_CALL", "rota": "crisis-line", "ahead": 1, "ackSeconds": 120, "engageSeconds": 600}],
                      "engageSeconds": 600},
                    "C": {"steps": [
                        {"call": "ON_CALL", "rota": "crisis-line", "ahead": 0, "ackSeconds": 600, "engageSeconds": 1800}],
                      "engageSeconds": 1800}
                  },
                  "safetyNet": {"people": ["sam"], "everySeconds": 120}
                }
                """.formatted(page, secret);
    }
}
