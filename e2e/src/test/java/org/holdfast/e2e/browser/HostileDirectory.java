package org.holdfast.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped directory with one service in whose names and numbers somebody has written markup. */
final class HostileDirectory {

    /** What stands behind each of its names; whoever shows it as text shows it so. */
    static final String MARK = "<img src=x onerror=alert(4)><script>alert(5)</script>";

    /** The need that only this service serves. */
    static final String NEED = "Legal";

    /** The agencies of the shipped directory. */
    static final Path PARTNERS = Path.of("../referral-service/src/main/resources/directory/partners-fictional.json")
            .toAbsolutePath();

    private static final Path SHIPPED = PARTNERS.resolveSibling("fictional");

    private HostileDirectory() {}

    /** Writes it there. */
    static Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(SHIPPED.resolve("taxonomy_terms.json"), folder.resolve("taxonomy_terms.json"));
            String services = Files.readString(SHIPPED.resolve("services.json"));
            Files.writeString(folder.resolve("services.json"), spoiled(services));
            return folder.toAbsolutePath();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String spoiled(String services) {
        int start = services.indexOf("\"id\": \"svc-16\"");
        int end = services.indexOf("\"schedules\"", start);
        if (start < 0 || end < 0) {
            throw new IllegalStateException("the shipped directory has no such service any more");
        }
        String service = services.substring(start, end)
                .replaceAll("(\"(?:name|number|description)\": \"[^\"]*)\"", "$1 " + MARK + "\"");
        return services.substring(0, start) + service + services.substring(end);
    }
}
