package org.holdfast.chassis.journal;

import java.util.List;
import org.holdfast.chassis.decide.Refusal;

/** What became of a command. */
public sealed interface Handled<S, E> {

    /**
     * It was decided and is on disk.
     *
     * @param entry the stream as it stands now
     * @param version the version that this cause made; on a repeat, the one it made the first time
     * @param events what this cause made happen
     * @param repeated whether the same cause had been handled before
     */
    record Done<S, E>(Entry<S> entry, long version, List<E> events, boolean repeated) implements Handled<S, E> {}

    /** A business no. */
    record Refused<S, E>(Refusal refusal) implements Handled<S, E> {}

    /**
     * The caller had an older version in mind.
     *
     * @param current the version now
     */
    record Stale<S, E>(long current) implements Handled<S, E> {}

    /** The same cause came before with another body. */
    record KeyReused<S, E>() implements Handled<S, E> {}
}
