package org.holdfast.intake.domain;

import java.time.Instant;
import java.util.Optional;

/** The states of a contact. */
public sealed interface Contact {

    /** Nothing is known of it. */
    record Unknown() implements Contact {}

    /**
     * The person is being listened to.
     *
     * @param facts everything that is known
     */
    record Open(Facts facts) implements Contact {}

    /**
     * The contact ended; what was told stays, notes may follow, consents may be withdrawn.
     *
     * @param facts everything that is known
     * @param disposition how it ended
     * @param closedAt when (UTC)
     */
    record Closed(Facts facts, Disposition disposition, Instant closedAt) implements Contact {}

    /**
     * The case was erased; answers and references are forgotten, texts cannot be read any more.
     *
     * @param opening what was settled when it was opened
     * @param erasedAt when (UTC)
     * @param version the version of its stream
     */
    record Erased(Opening opening, Instant erasedAt, long version) implements Contact {}

    /** What is known, unless there is nothing or it was erased. */
    default Optional<Facts> known() {
        return switch (this) {
            case Open(Facts facts) -> Optional.of(facts);
            case Closed(Facts facts, Disposition _, Instant _) -> Optional.of(facts);
            case Unknown _, Erased _ -> Optional.empty();
        };
    }
}
