package org.holdfast.benchmarks.floor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells with a producer alone, as safely as the services do. */
final class Telling implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    Telling(String broker) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 0);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Completes when the broker has all of them. */
    Mono<Void> tell(String key, List<Say> says) {
        return Flux.fromIterable(says).flatMap(say -> tell(key, say)).then();
    }

    private Mono<Void> tell(String key, Say say) {
        return Mono.create(sink ->
                producer.send(new ProducerRecord<>(say.topic(), key, new byte[say.bytes()]), (where, failed) -> {
                    if (failed == null) {
                        sink.success();
                    } else {
                        sink.error(failed);
                    }
                }));
    }

    @Override
    public void close() {
        producer.close();
    }
}
