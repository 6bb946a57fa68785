package org.holdfast.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker as a process: it keeps what it acknowledged, says what is wrong, and never outlives its parent. */
class BrokerMainTest {

    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void endProcesses() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void keepsEveryAcknowledgedRecordWhenKilled() throws Exception {
        int port = freePort();
        Process broker = start(port, freePort());
        assertThat(readyLine(broker)).startsWith("broker ready at 127.0.0.1:" + port);
        int acknowledged = produce(port, 2_000);
        broker.destroyForcibly().waitFor();

        Process again = start(port, freePort());
        assertThat(readyLine(again)).startsWith("broker ready");

        assertThat(acknowledged).isEqualTo(2_000);
        assertThat(consume(port, acknowledged)).isEqualTo(2_000);
    }

    @Test
    void namesTheTakenPort() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process broker = start(other.getLocalPort(), freePort());
            assertThat(broker.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(broker.exitValue()).isEqualTo(3);
            assertThat(new String(broker.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("port " + other.getLocalPort() + " is taken");
        }
    }

    @Test
    void endsWhenItsInputIsClosed() throws Exception {
        Process broker = start(freePort(), freePort());
        readyLine(broker);

        broker.getOutputStream().close();

        assertThat(broker.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(broker.exitValue()).isZero();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> BrokerSettings.of("--prot=1")))
                .hasMessageContaining("--prot=1");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> BrokerSettings.of("--directory=x", "--port=70000", "--controller-port=2")))
                .hasMessageContaining("70000");
    }

    private Process start(int port, int controllerPort) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        "--directory=" + directory.resolve("log"),
                        "--port=" + port,
                        "--controller-port=" + controllerPort,
                        "--tied")
                .start();
        started.add(process);
        return process;
    }

    private static String readyLine(Process process) throws Exception {
        String line = process.inputReader().readLine();
        if (line == null) {
            throw new AssertionError(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return line;
    }

    private static int produce(int port, int count) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all", "enable.idempotence", true);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                sent.add(producer.send(new ProducerRecord<>("kept", "k", "v" + i)));
            }
            for (Future<?> one : sent) {
                one.get(30, TimeUnit.SECONDS);
            }
            return sent.size();
        }
    }

    private static int consume(int port, int expected) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + port), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            int found = 0;
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (found < expected && System.nanoTime() < until) {
                found += consumer.poll(Duration.ofMillis(200)).count();
            }
            return found;
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
