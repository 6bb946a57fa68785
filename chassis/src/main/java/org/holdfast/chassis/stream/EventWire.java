package org.holdfast.chassis.stream;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.journal.Untold;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.core.JacksonException;

/**
 * CloudEvents 1.0 over Kafka in binary mode: the one place that knows the names of its headers. On the wire they are
 * {@code ce_id}; a consumer may see them as {@code ce-id}.
 */
final class EventWire {

    private static final String WIRE = "ce_";
    private static final String SEEN = "ce-";
    private static final String KEY = "kafka_messageKey";

    private final MessageTable table;
    private final String source;
    private final Shapes shapes;

    EventWire(MessageTable table, ServiceName service, Shapes shapes) {
        this.table = table;
        this.source = "/holdfast/" + service.value();
        this.shapes = shapes;
    }

    /** The message as it goes to the broker, under this trace if there is one. */
    Message<byte[]> encode(Untold untold, @Nullable String trace, Instant now) {
        MessageBuilder<byte[]> message = MessageBuilder.withPayload(
                        untold.data().getBytes(StandardCharsets.UTF_8))
                .setHeader(KEY, bytes(untold.key()))
                .setHeader(WIRE + "specversion", bytes("1.0"))
                .setHeader(WIRE + "id", bytes(untold.id()))
                .setHeader(WIRE + "source", bytes(source))
                .setHeader(WIRE + "type", bytes(untold.type()))
                .setHeader(WIRE + "time", bytes(now.toString()))
                .setHeader(WIRE + "partitionkey", bytes(untold.key()))
                .setHeader("content-type", bytes("application/json"));
        if (trace != null) {
            message.setHeader(WIRE + "traceparent", bytes(trace));
        }
        if (untold.retold()) {
            message.setHeader(WIRE + "retold", bytes("true"));
        }
        return message.build();
    }

    /** What the record is; never throws. */
    Decoded decode(Map<String, Object> headers, byte[] payload) {
        String id = header(headers, "id");
        String type = header(headers, "type");
        String teller = header(headers, "source");
        if (id == null || type == null || teller == null || !"1.0".equals(header(headers, "specversion"))) {
            return new Decoded.Poison("NOT_A_CLOUD_EVENT");
        }
        Optional<? extends Class<?>> known = table.recordOf(type);
        if (known.isEmpty()) {
            return otherMajorVersion(type) ? new Decoded.Poison("UNKNOWN_MAJOR_VERSION") : new Decoded.Newer(type);
        }
        try {
            Object message = shapes.read(known.get(), payload);
            if (message == null) {
                return new Decoded.Poison("UNDECODABLE");
            }
            String time = header(headers, "time");
            return new Decoded.Known(new Heard<>(
                    id,
                    type,
                    teller,
                    header(headers, "traceparent"),
                    "true".equals(header(headers, "retold")),
                    time == null ? Instant.EPOCH : Instant.parse(time),
                    message));
        } catch (JacksonException | DateTimeException | NullPointerException | IllegalArgumentException e) {
            return new Decoded.Poison("UNDECODABLE");
        }
    }

    private boolean otherMajorVersion(String type) {
        int dot = type.lastIndexOf(".v");
        if (dot < 0) {
            return false;
        }
        String stem = type.substring(0, dot);
        return java.util.stream.IntStream.rangeClosed(1, 20)
                .anyMatch(major -> table.recordOf(stem + ".v" + major).isPresent());
    }

    private static @Nullable String header(Map<String, Object> headers, String name) {
        Object value = headers.containsKey(WIRE + name) ? headers.get(WIRE + name) : headers.get(SEEN + name);
        return value == null ? null : text(value);
    }

    /** What a header or a key says; nothing where there is none. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case byte[] raw -> new String(raw, StandardCharsets.UTF_8);
            default -> value.toString();
        };
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
