package org.holdfast.chassis.stream;

import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.holdfast.chassis.Chassis;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Tell;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/** A service that only listens, for proving the bus: what a note says is what happens to it. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(Chassis.class)
class Probe {

    record Note(String what, int times) {}

    final ConcurrentLinkedQueue<Heard<?>> heard = new ConcurrentLinkedQueue<>();
    final ConcurrentHashMap<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<DeadLetter> urgentlyBuried = new ConcurrentLinkedQueue<>();

    @Bean
    ServiceName serviceName() {
        return new ServiceName("probe");
    }

    @Bean
    MessageTable messageTable() {
        return type -> type.equals("test.note.v1") ? Optional.of(Note.class) : Optional.empty();
    }

    @Bean
    Consumer<Message<List<byte[]>>> notes(Consuming consuming) {
        return consuming.routine("notes", this::hear);
    }

    @Bean
    Consumer<Message<byte[]>> urgentNotes(Consuming consuming) {
        return consuming.urgent("urgent-notes", this::hear);
    }

    @Bean
    UrgentLetterTelling cry() {
        return letter -> {
            urgentlyBuried.add(letter);
            return List.of(new Tell(Lane.URGENT, "cries", "test.cry.v1", "probe", new Note("cry", 0)));
        };
    }

    boolean heard(String what) {
        return heard.stream().anyMatch(one -> ((Note) one.message()).what().equals(what));
    }

    private Mono<?> hear(Heard<?> message) {
        Note note = (Note) message.message();
        int attempt =
                tries.computeIfAbsent(note.what(), what -> new AtomicInteger()).incrementAndGet();
        return switch (note.what().split("-")[0]) {
            case "fail" ->
                attempt <= note.times()
                        ? Mono.error(new IllegalStateException("no"))
                        : Mono.fromRunnable(() -> heard.add(message));
            case "away" ->
                attempt <= note.times()
                        ? Mono.error(new MongoTimeoutException("store away"))
                        : Mono.fromRunnable(() -> heard.add(message));
            default -> Mono.fromRunnable(() -> heard.add(message));
        };
    }
}
