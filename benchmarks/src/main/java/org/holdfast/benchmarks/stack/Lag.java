package org.holdfast.benchmarks.stack;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.holdfast.benchmarks.load.Target;

/** How far the listeners of the broker are behind. */
final class Lag implements AutoCloseable {

    private final Admin admin;
    private final Predicate<String> meant;

    /** For the groups that are meant. */
    Lag(String broker, Predicate<String> meant) {
        admin = Admin.create(Map.of("bootstrap.servers", broker));
        this.meant = meant;
    }

    private List<String> groups() {
        return get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(meant)
                .toList();
    }

    /** The records that were not yet heard, and a number that grows with those that were told and heard. */
    Target.Progress now() {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> heard = heard();
        Map<TopicPartition, Long> ends = ends(heard);
        long left = 0;
        long done = ends.values().stream().mapToLong(one -> one).sum();
        for (Map<TopicPartition, OffsetAndMetadata> group : heard.values()) {
            for (Map.Entry<TopicPartition, OffsetAndMetadata> one : group.entrySet()) {
                long end = ends.getOrDefault(one.getKey(), 0L);
                long known = one.getValue() == null ? 0 : one.getValue().offset();
                left += Math.max(0, end - known);
                done += known;
            }
        }
        return new Target.Progress(left, done);
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> heard() {
        return get(admin.listConsumerGroupOffsets(groups().stream()
                        .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                .all());
    }

    private Map<TopicPartition, Long> ends(Map<String, Map<TopicPartition, OffsetAndMetadata>> heard) {
        Map<TopicPartition, OffsetSpec> wanted = heard.values().stream()
                .flatMap(group -> group.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return get(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().offset()));
    }

    private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
