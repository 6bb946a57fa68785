package org.holdfast.chassis.journal;

import java.util.List;
import reactor.core.publisher.Mono;

/** Keeps a read model beside a stream, or starts work that the decision asked for. */
@FunctionalInterface
public interface Projection<S, E> {

    /**
     * Runs after the write and before the entry counts as done; repeated after a crash, with an empty list of events when
     * only the state is known. Must be idempotent and take only what is newer.
     */
    Mono<Void> project(Entry<S> entry, List<E> events);
}
