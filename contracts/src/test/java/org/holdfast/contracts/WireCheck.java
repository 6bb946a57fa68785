package org.holdfast.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whether a record on the bus is what the specification says; for tests that read topics. */
public final class WireCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode ASYNCAPI = new YAMLMapper().readTree(resource("/asyncapi.yaml"));

    private WireCheck() {}

    /**
     * What is wrong with a record, if anything.
     *
     * @param topic where it was read
     * @param headers its headers as UTF-8
     * @param payload its value
     */
    public static List<String> faults(String topic, Map<String, String> headers, byte[] payload) {
        List<String> faults = new ArrayList<>();
        JsonNode headerSchema = ASYNCAPI.at("/components/schemas/CloudEventHeaders");
        faults.addAll(Schemas.faults(headerSchema, JSON.valueToTree(headers)));
        String type = headers.getOrDefault("ce_type", "");
        if (MessageType.of(type).isEmpty()) {
            faults.add("no message type is called '" + type + "'");
            return faults;
        }
        String reference =
                "#/components/messages/" + MessageType.of(type).get().message().getSimpleName();
        if (!ASYNCAPI.at("/channels/" + topic + "/messages")
                .findValuesAsString("$ref")
                .contains(reference)) {
            faults.add(type + " does not belong on " + topic);
        }
        try {
            faults.addAll(Schemas.faults(
                    JSON.readTree(resource("/schemas/" + type + ".schema.json")), JSON.readTree(payload)));
        } catch (JacksonException e) {
            faults.add("the value is no JSON");
        }
        return faults;
    }

    private static byte[] resource(String path) {
        try (InputStream in = WireCheck.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
