package org.holdfast.chassis.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.LaneGate;
import org.holdfast.chassis.trace.Spans;
import org.holdfast.chassis.trace.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * How the records of a topic are heard. A business no is counted and acknowledged; a dependency that is down is waited
 * for; anything else is tried five times in about ten seconds and then buried; what cannot be read is buried at once.
 */
public final class Consuming {

    private static final Logger LOG = LoggerFactory.getLogger(Consuming.class);
    private static final long[] WAITS_MILLIS = {500, 1_500, 3_000, 5_000};
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final EventWire wire;
    private final DeadLetters letters;
    private final MeterRegistry meters;
    private final Spans spans;
    private final LaneGate gate = LaneGate.ofProcess();
    private final Hands hands = new Hands();
    private final Map<String, Hearing> topics = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    Consuming(EventWire wire, DeadLetters letters, MeterRegistry meters, Spans spans) {
        this.wire = wire;
        this.letters = letters;
        this.meters = meters;
        this.spans = spans;
    }

    /**
     * Hears a topic on which emergencies travel, record by record, and acknowledges each.
     *
     * @param topic its name
     * @param listener turns a message into a command; completes when that is decided, whatever the decision
     */
    public Consumer<Message<byte[]>> urgent(String topic, Function<Heard<?>, Mono<?>> listener) {
        return hearing(new Hearing(topic, Lane.URGENT, Lane.URGENT, listener));
    }

    /** Hears a topic on which none travel: what one poll gives at a time, each key in its order and different keys side by side. */
    public Consumer<Message<List<byte[]>>> routine(String topic, Function<Heard<?>, Mono<?>> listener) {
        return hearing(new Hearing(topic, Lane.ROUTINE, Lane.ROUTINE, listener));
    }

    /**
     * Hears a topic on which emergencies travel only to show or to note what others do about them: gives way to what leads to a
     * page, as routine does, and what is buried of it is told of as what {@link #urgent} hears.
     */
    public Consumer<Message<List<byte[]>>> watching(String topic, Function<Heard<?>, Mono<?>> listener) {
        return hearing(new Hearing(topic, Lane.URGENT, Lane.ROUTINE, listener));
    }

    private <T> Consumer<Message<T>> hearing(Hearing how) {
        topics.put(how.topic(), how);
        count(how, "newer", 0);
        count(how, "buried", 0);
        letters.redrivenBy(how.topic(), letter -> inTurn(how, letter.headers(), letter.payload()));
        return message -> {
            hands.hear(Polled.byKey(message), record -> hear(how, record.headers(), record.payload()));
            troubles.remove(how.topic());
        };
    }

    /** The topics that are heard. */
    public List<String> topics() {
        return List.copyOf(topics.keySet());
    }

    /** Whether nothing that is heard on this topic leads to a page for a known A or B; of one that is not heard nobody can say so. */
    boolean givesWay(String topic) {
        Hearing how = topics.get(topic);
        return how != null && how.turn() == Lane.ROUTINE;
    }

    /** The topics that stand still just now, each with what they wait for. */
    public Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }

    private void hear(Hearing how, Map<String, Object> headers, byte[] payload) {
        for (int attempt = 0; ; attempt++) {
            Optional<String> failure = attempt(how, headers, payload);
            if (failure.isEmpty()) {
                return;
            }
            boolean last = attempt == WAITS_MILLIS.length || failure.get().startsWith("POISON:");
            if (last) {
                bury(how, headers, payload, failure.get());
                return;
            }
            pause(WAITS_MILLIS[attempt]);
        }
    }

    private Optional<String> attempt(Hearing how, Map<String, Object> headers, byte[] payload) {
        try {
            inTurn(how, headers, payload);
            return Optional.empty();
        } catch (Poison poison) {
            return Optional.of("POISON:" + poison.getMessage());
        } catch (DependencyDown down) {
            if (troubles.put(how.topic(), String.valueOf(down.getMessage())) == null) {
                LOG.warn("Topic {} waits: {}", how.topic(), down.getMessage());
            }
            throw down;
        } catch (RuntimeException e) {
            // where it failed, not what it says: a message of an exception may hold what a person said
            LOG.warn(
                    "Topic {}: a record failed with {} at {}",
                    how.topic(),
                    e.getClass().getSimpleName(),
                    Arrays.stream(e.getStackTrace()).limit(5).toList());
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private void inTurn(Hearing how, Map<String, Object> headers, byte[] payload) {
        gate.enter(how.turn());
        try {
            listen(how, headers, payload);
        } finally {
            gate.leave(how.turn());
        }
    }

    private void listen(Hearing how, Map<String, Object> headers, byte[] payload) {
        switch (wire.decode(headers, payload)) {
            case Decoded.Known known -> decide(how, known.heard());
            case Decoded.Newer newer -> {
                LOG.debug("Topic {}: passed over {}", how.topic(), newer.type());
                count(how, "newer", 1);
            }
            case Decoded.Poison poison -> throw new Poison(poison.reason());
        }
    }

    private void decide(Hearing how, Heard<?> heard) {
        Step step = spans.hearing(how.topic(), heard.type(), heard.retold(), heard.trace());
        try {
            Mono<?> work = how.listener().apply(heard.within(step.trace()));
            await(how.topic(), gate.inHand(how.turn(), work));
            step.end("heard");
        } catch (RuntimeException e) {
            step.failed(e);
            throw e;
        }
    }

    private void await(String topic, Mono<?> work) {
        try {
            work.timeout(DEADLINE).block();
        } catch (RuntimeException e) {
            Throwable cause = Exceptions.unwrap(e);
            if (cause instanceof TimeoutException || DependencyDown.is(cause)) {
                throw new DependencyDown(cause.getClass().getSimpleName());
            }
            throw e;
        }
    }

    private void bury(Hearing how, Map<String, Object> headers, byte[] payload, String reason) {
        String plain = reason.startsWith("POISON:") ? reason.substring("POISON:".length()) : reason;
        await(how.topic(), letters.bury(how.topic(), how.lane(), headers, payload, plain));
        count(how, "buried", 1);
        LOG.error("Topic {}: a record was buried: {}", how.topic(), plain);
    }

    private void count(Hearing how, String what, int more) {
        meters.counter(
                        "holdfast.consuming",
                        "topic",
                        how.topic(),
                        "lane",
                        how.lane().name(),
                        "outcome",
                        what)
                .increment(more);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyDown("stopping");
        }
    }

    /**
     * How a topic is heard.
     *
     * @param lane whether emergencies travel on it
     * @param turn whether its records go first or give way
     */
    private record Hearing(String topic, Lane lane, Lane turn, Function<Heard<?>, Mono<?>> listener) {}

    /** Says that a record cannot be read. */
    static final class Poison extends RuntimeException {
        Poison(String reason) {
            super(reason, null, false, false);
        }
    }
}
