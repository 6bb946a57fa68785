package org.holdfast.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.benchmarks.load.Phone;

/** Who is on call: one counselor with one phone, who has a day to answer, so that no timer falls into a measurement. */
final class Roster {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private Roster() {}

    static Path write(Path folder, Phone phone) {
        String policy = """
                {"steps": [{"call": "PERSON", "person": "ana", "ahead": 0, "ackSeconds": 86400, "engageSeconds": 86400}],
                 "engageSeconds": 86400}""";
        String text = """
                {"rotas": [],
                 "people": [{"id": "ana", "webhook": "%1$s", "webhookSecret": "%3$s"},
                            {"id": "sam", "webhook": "%2$s", "webhookSecret": "%3$s"}],
                 "policies": {"A": %4$s, "B": %4$s, "C": %4$s},
                 "safetyNet": {"people": ["sam"], "everySeconds": 600}}
                """.formatted(phone.url("ana"), phone.url("sam"), SECRET, policy);
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve("roster.json"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
