package org.holdfast.chassis.journal;

import reactor.core.publisher.Mono;

/** Keeps documents small: entries beyond the newest move to the archive, many at a time. */
record Archiving(Journal journal, int most) {

    /** Moves the older half when there are more than {@code most} entries. */
    Mono<Void> consider(Kept kept) {
        if (kept.lines().size() <= most) {
            return Mono.empty();
        }
        return journal.archive(
                kept, kept.lines().get(kept.lines().size() - most / 2 - 1).version());
    }
}
