package org.holdfast.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Two writes of one stream may be followed in the other order: nothing is marked as done too early, and in the end all is. */
class RelayTest {

    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private final Queue<Journal.Settled> settled = new ConcurrentLinkedQueue<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Relay relay = new Relay(settling(), message -> told.add(message.id()));

    @BeforeEach
    void begin() {
        relay.start();
    }

    @AfterEach
    void end() {
        relay.stop();
    }

    @Test
    void whatANewerVersionLeftOpenIsDoneWhenTheOlderOneIs() {
        follow(11, message(11), message(10), message(11));
        awaitSettled(1);
        follow(10, message(10), message(10));
        awaitSettled(2);

        assertThat(settled)
                .extracting(Journal.Settled::version, Journal.Settled::whole)
                .containsExactly(tuple(11L, false), tuple(11L, true));
    }

    @Test
    void nothingIsMarkedAsDoneWhileAnyOlderMessageIsOpen() {
        follow(12, message(12), message(10), message(11), message(12));
        awaitSettled(1);
        follow(10, message(10), message(10));
        awaitSettled(2);
        assertThat(settled).noneMatch(Journal.Settled::whole);

        follow(11, message(11), message(10), message(11));
        awaitSettled(3);
        assertThat(settled)
                .filteredOn(Journal.Settled::whole)
                .extracting(Journal.Settled::version)
                .containsExactly(12L);
    }

    @Test
    void whatAnotherInstanceToldIsOpenNoLongerOnceTheDocumentSaysSo() {
        follow(11, message(11), message(10), message(11));
        awaitSettled(1);
        follow(12, message(12), message(12));
        awaitSettled(2);

        assertThat(settled)
                .filteredOn(Journal.Settled::whole)
                .extracting(Journal.Settled::version)
                .containsExactly(12L);
    }

    @Test
    void severalVersionsOfOneDocumentAreSettledAsOne() {
        Journal.Settled older = new Journal.Settled("count/one", 10, List.of("a"), true);
        Journal.Settled newer = new Journal.Settled("count/one", 11, List.of("b"), false);

        assertThat(older.and(newer)).isEqualTo(newer.and(older)).satisfies(both -> {
            assertThat(both.version()).isEqualTo(11);
            assertThat(both.told()).containsExactlyInAnyOrder("a", "b");
            assertThat(both.whole()).as("something of the newest still waits").isFalse();
        });
        Journal.Settled rest = new Journal.Settled("count/one", 11, List.of("c"), true);
        assertThat(newer.and(rest).whole()).as("now nothing does").isTrue();
    }

    @Test
    void whatWasFoundLeftOverBeforeItsWriterCameToTellItIsToldOnce() {
        follow(11, message(10), message(10));
        follow(10, message(10), message(10));
        JournalHouse.until(() -> !relay.busy("count/one"));

        assertThat(told).containsExactly(message(10).id());
    }

    private void follow(long version, Untold own, Untold... waiting) {
        Cause cause = new Cause("c" + version, "hash", "ana", NOW, null, true);
        Line line = new Line(version, cause, List.of(), "mac");
        relay.follow(
                new Kept("count/one", version, "{}", Map.of(), List.of(line), List.of(waiting)),
                List.of(own),
                Mono.empty());
    }

    private void awaitSettled(int count) {
        JournalHouse.until(() -> settled.size() == count);
    }

    private static Untold message(long version) {
        return new Untold("count/one#" + version + "/0", "type", "notes", Lane.ROUTINE, "one", "{}", null, false);
    }

    /** A journal that only notes what was settled. */
    @SuppressWarnings("unchecked")
    private Journal settling() {
        return (Journal) Proxy.newProxyInstance(
                RelayTest.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    Stream.of(arguments)
                            .map(argument -> (Collection<Journal.Settled>) argument)
                            .forEach(settled::addAll);
                    return Mono.empty();
                });
    }
}
