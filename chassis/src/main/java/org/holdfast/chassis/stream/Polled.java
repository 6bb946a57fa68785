package org.holdfast.chassis.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * One record as it came from the broker.
 *
 * @param headers its headers, by name, and where in its topic it lies
 * @param payload its bytes; none where it has none
 */
record Polled(Map<String, Object> headers, byte[] payload) {

    /** The records of a message, those of one key together and in their order; a message is one record or what one poll gave. */
    static Collection<List<Polled>> byKey(Message<?> message) {
        Object payload = message.getPayload();
        if (!(payload instanceof List<?> payloads)) {
            return List.of(List.of(new Polled(message.getHeaders(), bytes(payload))));
        }
        List<?> headers = list(message.getHeaders(), KafkaHeaders.BATCH_CONVERTED_HEADERS);
        List<?> keys = list(message.getHeaders(), KafkaHeaders.RECEIVED_KEY);
        List<?> partitions = list(message.getHeaders(), KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = list(message.getHeaders(), KafkaHeaders.OFFSET);
        Map<String, List<Polled>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < payloads.size(); i++) {
            Map<String, Object> own = new HashMap<>(named(headers.get(i)));
            own.put(KafkaHeaders.RECEIVED_PARTITION, partitions.get(i));
            own.put(KafkaHeaders.OFFSET, offsets.get(i));
            byKey.computeIfAbsent(EventWire.text(keys.get(i)), key -> new ArrayList<>())
                    .add(new Polled(own, bytes(payloads.get(i))));
        }
        return byKey.values();
    }

    @SuppressWarnings("unchecked") // the binder's converter makes one such map for each record
    private static Map<String, Object> named(@Nullable Object headers) {
        return (Map<String, Object>) Objects.requireNonNull(headers);
    }

    private static List<?> list(MessageHeaders headers, String name) {
        return Objects.requireNonNull(headers.get(name, List.class), name);
    }

    private static byte[] bytes(@Nullable Object payload) {
        return payload instanceof byte[] raw ? raw : new byte[0];
    }
}
