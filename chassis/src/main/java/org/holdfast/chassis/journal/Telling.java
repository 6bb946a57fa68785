package org.holdfast.chassis.journal;

import java.util.List;

/** Translates what happened in a stream into what the other services are told. */
public interface Telling<S, E> {

    /** What is told of the events, which led to the entry. */
    List<Tell> tell(Entry<S> entry, List<E> events);

    /** What is told again of the stream as it stands, when somebody missed it. */
    List<Tell> retell(Entry<S> entry);

    /** Tells nothing. */
    static <S, E> Telling<S, E> nothing() {
        return new Telling<>() {
            @Override
            public List<Tell> tell(Entry<S> entry, List<E> events) {
                return List.of();
            }

            @Override
            public List<Tell> retell(Entry<S> entry) {
                return List.of();
            }
        };
    }
}
