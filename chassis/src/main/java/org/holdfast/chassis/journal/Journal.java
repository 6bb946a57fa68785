package org.holdfast.chassis.journal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where streams are kept: one read to load, one atomic write for each decision. */
interface Journal {

    /** The stream, or empty when there is none. */
    Mono<Kept> load(String stream);

    /**
     * Writes the next version. Once it is answered with true the entry survives a crash of this process and of the store.
     *
     * @param before the stream as it was loaded, or null for its first entry
     * @param next what is to stand: the new version, state and timers, {@code lines} holding just the new entry and
     *     {@code untold} just its messages
     * @return false when another write came first: load and decide again
     */
    Mono<Boolean> write(@Nullable Kept before, Kept next);

    /** An entry of the archive by its cause, or empty. */
    Mono<Line> recall(String stream, String cause);

    /** The whole history, oldest first. */
    Flux<Line> history(String stream);

    /** Streams of which something may not be told, projected or timed. */
    Flux<Kept> pending();

    /** Every stream of one kind, for rebuilding what is beside it. */
    Flux<Kept> all(String kind);

    /** For every stream its name, its version and the code of its newest entry. */
    Flux<String> heads();

    /** Takes away what is told, and the mark where nothing else is waiting. */
    Mono<Void> settle(Collection<Settled> settled);

    /** Moves entries up to and including {@code version} to the archive: copied first, then pulled. */
    Mono<Void> archive(Kept stream, long version);

    /**
     * One finished piece of work.
     *
     * @param stream the stream
     * @param version the version that was finished
     * @param told the ids of its messages
     * @param whole whether every message that stood in the document at that version is among them
     */
    record Settled(String stream, long version, Collection<String> told, boolean whole) {

        /** Both as one, of the newer version. */
        Settled and(Settled other) {
            Set<String> all = new LinkedHashSet<>(told);
            all.addAll(other.told);
            if (version == other.version) {
                return new Settled(stream, version, all, whole || other.whole);
            }
            Settled newer = version > other.version ? this : other;
            return new Settled(stream, newer.version, all, newer.whole);
        }
    }
}
