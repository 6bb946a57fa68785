package org.holdfast.chassis.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/** How many messages of each topic this service has not heard yet, asked of the broker. */
final class Behind {

    private final Admin admin;
    private final ServiceName service;

    Behind(Admin admin, ServiceName service) {
        this.admin = admin;
        this.service = service;
    }

    /** By topic; fails when the broker does not answer. */
    Mono<Map<String, Long>> on(Collection<String> topics) {
        return mono(admin.describeTopics(topics).allTopicNames())
                .map(Behind::partitions)
                .flatMap(partitions -> Mono.zip(
                                heard(topics),
                                offsets(partitions, OffsetSpec.earliest()),
                                offsets(partitions, OffsetSpec.latest()))
                        .map(all -> behind(partitions, all.getT1(), all.getT2(), all.getT3())));
    }

    private Mono<Map<TopicPartition, OffsetAndMetadata>> heard(Collection<String> topics) {
        Map<String, ListConsumerGroupOffsetsSpec> groups = topics.stream()
                .collect(Collectors.toMap(service::groupOn, topic -> new ListConsumerGroupOffsetsSpec()));
        return mono(admin.listConsumerGroupOffsets(groups).all()).map(all -> {
            Map<TopicPartition, OffsetAndMetadata> heard = new HashMap<>();
            all.values().forEach(heard::putAll);
            return heard;
        });
    }

    private Mono<Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo>> offsets(
            List<TopicPartition> partitions, OffsetSpec which) {
        return mono(admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), one -> which)))
                .all());
    }

    private static List<TopicPartition> partitions(Map<String, TopicDescription> topics) {
        return topics.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static Map<String, Long> behind(
            List<TopicPartition> partitions,
            Map<TopicPartition, OffsetAndMetadata> heard,
            Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> first,
            Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> last) {
        Map<String, Long> behind = new HashMap<>();
        for (TopicPartition partition : partitions) {
            ListOffsetsResult.ListOffsetsResultInfo begin = first.get(partition);
            ListOffsetsResult.ListOffsetsResultInfo end = last.get(partition);
            OffsetAndMetadata known = heard.get(partition);
            if (begin != null && end != null) {
                long from = known == null ? begin.offset() : Math.max(known.offset(), begin.offset());
                behind.merge(partition.topic(), Math.max(0, end.offset() - from), Long::sum);
            }
        }
        return behind;
    }

    private static <T> Mono<T> mono(KafkaFuture<T> asked) {
        return Mono.fromFuture(asked.toCompletionStage().toCompletableFuture());
    }
}
