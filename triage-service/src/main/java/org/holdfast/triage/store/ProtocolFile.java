package org.holdfast.triage.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import org.holdfast.triage.domain.protocol.GoldenCase;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.PublishChecks;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads a protocol file and its cases, and lets no protocol pass that fails a publish check. */
public final class ProtocolFile {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ProtocolFile() {}

    /** A protocol may not be used; the message lists everything that is wrong. */
    public static final class Unpublishable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unpublishable(String protocol, List<String> problems) {
            super("The protocol " + protocol + " must not be used:\n  - " + String.join("\n  - ", problems));
        }
    }

    /** Loads {@code <name>.json} and {@code <name>.cases.json} of the class path. */
    public static Protocol load(String name) {
        return read(name, resource(name + ".json"), resource(name + ".cases.json"));
    }

    static Protocol read(String name, String protocolJson, String casesJson) {
        try {
            JsonNode file = STRICT.readTree(protocolJson);
            Protocol protocol = new ProtocolReader(new JsonShape(name, file)).protocol();
            List<GoldenCase> cases = new CasesReader(protocol, STRICT.readTree(casesJson)).cases();
            List<String> problems = PublishChecks.problems(protocol, cases);
            if (!problems.isEmpty()) {
                throw new Unpublishable(name, problems);
            }
            return protocol;
        } catch (JacksonException | DateTimeException | IllegalArgumentException unreadable) {
            throw new Unpublishable(name, List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    static String resource(String name) {
        try (InputStream in = ProtocolFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new Unpublishable(name, List.of("There is no such file on the class path"));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
