package org.holdfast.chassis.stream;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Teller;
import org.holdfast.chassis.journal.Untold;
import org.holdfast.chassis.security.Tokens;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** A running service as those see it who look after it. */
record Outside(ConfigurableApplicationContext context, String brokers) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** How the service listens just now. */
    @SuppressWarnings("unchecked")
    ConcurrentMessageListenerContainer<byte[], byte[]> listening(String binding) {
        Object adapter = new DirectFieldAccessor(context.getBean(BindingsLifecycleController.class)
                        .queryState(binding)
                        .getFirst())
                .getPropertyValue("lifecycle");
        return (ConcurrentMessageListenerContainer<byte[], byte[]>)
                new DirectFieldAccessor(adapter).getPropertyValue("messageListenerContainer");
    }

    /** What the service answers to its administrator. */
    HttpResponse<String> admin(String method, String path, String body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Authorization", "Bearer " + Tokens.shared().person("ada", "admin"))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** A note as the service itself tells it. */
    void tell(String topic, String what, int times) {
        tell(topic, "case-1", what, times);
    }

    void tell(String topic, String key, String what, int times) {
        context.getBean(Teller.class)
                .tell(new Untold(
                        "id-" + what,
                        "test.note.v1",
                        topic,
                        Lane.ROUTINE,
                        key,
                        "{\"what\":\"" + what + "\",\"times\":" + times + ",\"later\":\"field\"}",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        false));
    }

    /** A record as somebody else puts it there. */
    void raw(String topic, String type, byte[] payload) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) brokers), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, "k".getBytes(), payload);
            Map.of("specversion", "1.0", "id", "raw", "source", "/test", "type", type)
                    .forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes()));
            producer.send(record).get();
        }
    }

    /** What was buried for that reason. */
    List<DeadLetter> letters(String reason) {
        return context.getBean(DeadLetters.class)
                .list()
                .filter(letter -> letter.reason().equals(reason))
                .collectList()
                .block(PATIENCE);
    }
}
