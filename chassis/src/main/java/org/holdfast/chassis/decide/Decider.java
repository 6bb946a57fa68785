package org.holdfast.chassis.decide;

import java.time.Instant;
import java.util.Map;

/**
 * How one kind of stream decides: pure functions over records, with no clock, no randomness and no I/O inside.
 *
 * @param <S> the states, usually a sealed interface of records
 * @param <C> the commands
 * @param <E> the events
 */
public interface Decider<S, C, E> {

    /** The state of a stream of which nothing is known yet. */
    S initial();

    /** Decides; the same state and command always give the same decision. */
    Decision<E> decide(S state, C command);

    /** The state after the event. */
    S evolve(S state, E event);

    /**
     * The timers that the state wants, by name, each with the instant (UTC) at which it is due. A timer that is no longer
     * in this map when it fires is stale and must be refused by {@link #decide}.
     */
    default Map<String, Instant> timers(S state) {
        return Map.of();
    }
}
