package org.holdfast.chassis.decide;

import java.util.List;

/**
 * The answer of a decider to a command: the facts that follow from it, or a business no.
 *
 * @param <E> the events of the stream
 */
public sealed interface Decision<E> {

    /**
     * The command was accepted; an empty list means that nothing needed to change.
     *
     * @param events what happened, in order
     */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The command was refused and changed nothing.
     *
     * @param refusal why, in words that say what to do
     */
    record Refused<E>(Refusal refusal) implements Decision<E> {}

    /** Accepts with the given events, in order; none means that nothing needed to change. */
    @SafeVarargs
    static <E> Decision<E> accepted(E... events) {
        return new Accepted<>(List.of(events));
    }

    /** Accepts with the given events, in order. */
    static <E> Decision<E> accepted(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    /** Refuses; nothing changes. */
    static <E> Decision<E> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
