package org.holdfast.local.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The documents that the page links to, as they lie on the classpath. */
final class Documents {

    /** What may be asked for: nothing else on the classpath is given out. */
    static final List<String> NAMES = List.of(
            "asyncapi.yaml",
            "openapi/intake.yaml",
            "openapi/triage.yaml",
            "openapi/referral.yaml",
            "openapi/notification.yaml");

    private Documents() {}

    /** Those that are there. */
    static List<String> present() {
        return NAMES.stream()
                .filter(name -> Documents.class.getClassLoader().getResource(name) != null)
                .toList();
    }

    static Optional<String> read(String name) {
        try (InputStream in = Documents.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
