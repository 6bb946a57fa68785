package org.holdfast.benchmarks.floor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears one topic with a consumer alone: record by record, committed when all of a poll is on disk. */
final class Hearing implements Runnable {

    private static final Duration LONGEST_POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Stage stage;
    private final Doing doing;

    Hearing(String broker, Stage stage, Doing doing) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker);
        settings.put("group.id", stage.name());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("fetch.min.bytes", 1);
        settings.put("max.poll.records", 50);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.stage = stage;
        this.doing = doing;
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(stage.hears()));
            while (!Thread.currentThread().isInterrupted()) {
                var records = consumer.poll(LONGEST_POLL);
                for (ConsumerRecord<String, byte[]> record : records) {
                    doing.stage(record.key(), stage).block();
                }
                if (!records.isEmpty()) {
                    consumer.commitSync();
                }
            }
        } catch (WakeupException ended) {
            // with the process
        }
    }
}
