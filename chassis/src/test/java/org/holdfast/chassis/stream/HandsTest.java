package org.holdfast.chassis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** What a poll gave is heard: each key in its order, different keys side by side, and all of it whatever fails. */
class HandsTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Hands hands = new Hands();
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

    @Test
    void aKeyKeepsItsOrder() {
        hands.hear(polled("a1", "b1", "a2", "c1", "a3", "b2"), record -> heard.add(text(record)));

        assertThat(heard).hasSize(6);
        assertThat(heard).filteredOn(one -> one.startsWith("a")).containsExactly("a1", "a2", "a3");
        assertThat(heard).filteredOn(one -> one.startsWith("b")).containsExactly("b1", "b2");
    }

    @Test
    void oneThatWaitsHoldsUpNoOtherKey() {
        CountDownLatch others = new CountDownLatch(2);
        CompletableFuture<Void> hearing = CompletableFuture.runAsync(() -> hands.hear(polled("a1", "b1", "c1"), one -> {
            if (text(one).equals("a1")) {
                await(others);
            } else {
                others.countDown();
            }
            heard.add(text(one));
        }));

        assertThat(hearing).succeedsWithin(SOON);
        assertThat(heard).hasSize(3);
    }

    @Test
    void oneThatFailsFailsTheWholeAfterTheOthersWereHeard() {
        assertThatThrownBy(() -> hands.hear(polled("a1", "b1", "a2", "c1"), one -> {
                    if (text(one).equals("a1")) {
                        throw new DependencyDown("store");
                    }
                    heard.add(text(one));
                }))
                .isInstanceOf(DependencyDown.class);

        assertThat(heard).as("what follows it waits for it").containsExactlyInAnyOrder("b1", "c1");
    }

    @Test
    void whatHasNoKeyKeepsTheOrderOfAllThatHaveNone() {
        List<List<Polled>> byKey = List.copyOf(Polled.byKey(message(Arrays.asList(null, null), "x1", "x2")));

        assertThat(byKey)
                .singleElement()
                .satisfies(all -> assertThat(all).extracting(HandsTest::text).containsExactly("x1", "x2"));
    }

    @Test
    void eachRecordHasItsOwnHeaders() {
        assertThat(polled("a1", "b1"))
                .allSatisfy(one -> assertThat(one.getFirst().headers())
                        .containsEntry("ce_id", "id-" + text(one.getFirst()))
                        .containsEntry(KafkaHeaders.RECEIVED_PARTITION, 3)
                        .containsEntry(
                                KafkaHeaders.OFFSET, (long) text(one.getFirst()).hashCode()));
    }

    @Test
    void aSingleRecordIsOneToo() {
        Message<byte[]> single = new GenericMessage<>(bytes("s1"), Map.of("ce_id", "id-s1"));

        assertThat(Polled.byKey(single)).singleElement().satisfies(one -> {
            assertThat(text(one.getFirst())).isEqualTo("s1");
            assertThat(one.getFirst().headers()).containsEntry("ce_id", "id-s1");
        });
    }

    private static Collection<List<Polled>> polled(String... records) {
        return Polled.byKey(message(
                Arrays.stream(records).map(one -> bytes(one.substring(0, 1))).toList(), records));
    }

    private static Message<?> message(List<?> keys, String... records) {
        return new GenericMessage<>(
                Arrays.stream(records).map(HandsTest::bytes).toList(),
                Map.of(
                        KafkaHeaders.RECEIVED_KEY,
                        keys,
                        KafkaHeaders.RECEIVED_PARTITION,
                        Arrays.stream(records).map(one -> 3).toList(),
                        KafkaHeaders.OFFSET,
                        Arrays.stream(records).map(one -> (long) one.hashCode()).toList(),
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        Arrays.stream(records)
                                .map(one -> Map.<String, Object>of("ce_id", "id-" + one))
                                .toList()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Polled record) {
        return new String(record.payload(), StandardCharsets.UTF_8);
    }

    private static void await(CountDownLatch others) {
        try {
            others.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
