package org.holdfast.console.services;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Something that a person wants done.
 *
 * @param service who is to do it
 * @param path with a placeholder for each variable
 * @param variables what stands in the path
 * @param key new for each thing wanted, the same for each repeat
 * @param expected the version that the person saw, where that matters
 * @param body what is sent
 */
public record Deed(
        ServiceName service,
        String path,
        List<String> variables,
        String key,
        @Nullable String expected,
        Map<String, ?> body) {

    public static Deed of(ServiceName service, String path, String key, Map<String, ?> body, String... variables) {
        return new Deed(service, path, List.of(variables), key, null, body);
    }

    /** The same, only if nothing has changed since the person saw this version. */
    public Deed ifStill(String version) {
        return new Deed(service, path, variables, key, version, body);
    }

    void write(HttpHeaders headers) {
        headers.set("Idempotency-Key", "\"" + key + "\"");
        if (expected != null) {
            headers.setIfMatch("\"" + expected + "\"");
        }
    }
}
