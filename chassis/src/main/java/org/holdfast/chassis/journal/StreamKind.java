package org.holdfast.chassis.journal;

import java.util.List;
import org.holdfast.chassis.decide.Decider;

/**
 * One kind of stream: how it decides and what follows.
 *
 * @param name the first part of its streams' names, such as {@code contact}
 * @param state the type of its states
 * @param event the type of its events
 * @param decider how it decides
 * @param telling what others are told
 * @param projections what is kept beside it
 */
public record StreamKind<S, C, E>(
        String name,
        Class<S> state,
        Class<E> event,
        Decider<S, C, E> decider,
        Telling<S, E> telling,
        List<Projection<S, E>> projections) {
    public StreamKind {
        projections = List.copyOf(projections);
    }
}
