package org.holdfast.chassis.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.decide.Decider;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.decide.Refusal;
import org.jspecify.annotations.Nullable;

/** A stream that counts, for proving the journal: it knows no more than it must. */
final class Counting implements Decider<Counting.Counter, Counting.Command, Counting.Counted> {

    sealed interface Counter {}

    record Nothing() implements Counter {}

    record Some(long sum, Map<String, Long> byKey, @Nullable Instant alarm) implements Counter {}

    sealed interface Command {}

    record Add(String key, long amount) implements Command {}

    record Wake(@Nullable Instant at) implements Command {}

    record Alarm(Instant due) implements Command {}

    sealed interface Counted {}

    record Added(String key, long amount) implements Counted {}

    record AlarmSet(@Nullable Instant at) implements Counted {}

    @Override
    public Counter initial() {
        return new Nothing();
    }

    @Override
    public Decision<Counted> decide(Counter state, Command command) {
        return switch (command) {
            case Add(String key, long amount) ->
                amount < 0
                        ? Decision.refused(Refusal.invalid("negative", "Give an amount of at least 0.", "/amount"))
                        : amount == 0 ? Decision.accepted() : Decision.accepted(new Added(key, amount));
            case Wake(Instant at) -> Decision.accepted(new AlarmSet(at));
            case Alarm(Instant due) ->
                state instanceof Some some && due.equals(some.alarm())
                        ? Decision.accepted(new AlarmSet(null), new Added("alarm", 1))
                        : Decision.refused(Refusal.conflict("stale", "The alarm is not wanted."));
        };
    }

    @Override
    public Counter evolve(Counter state, Counted event) {
        Some some = state instanceof Some before ? before : new Some(0, Map.of(), null);
        return switch (event) {
            case Added(String key, long amount) -> {
                var byKey = new java.util.TreeMap<>(some.byKey());
                byKey.merge(key, amount, Long::sum);
                yield new Some(some.sum() + amount, byKey, some.alarm());
            }
            case AlarmSet(Instant at) -> new Some(some.sum(), some.byKey(), at);
        };
    }

    @Override
    public Map<String, Instant> timers(Counter state) {
        return state instanceof Some some && some.alarm() != null ? Map.of("alarm", some.alarm()) : Map.of();
    }

    /** Tells each addition. */
    static Telling<Counter, Counted> telling() {
        return new Telling<>() {
            @Override
            public List<Tell> tell(Entry<Counter> entry, List<Counted> events) {
                return events.stream()
                        .filter(Added.class::isInstance)
                        .map(event -> new Tell(Lane.ROUTINE, "counts", "counted.v1", entry.id(), event))
                        .toList();
            }

            @Override
            public List<Tell> retell(Entry<Counter> entry) {
                return List.of(new Tell(Lane.URGENT, "counts", "counted.v1", entry.id(), new Added("retold", 0)));
            }
        };
    }
}
