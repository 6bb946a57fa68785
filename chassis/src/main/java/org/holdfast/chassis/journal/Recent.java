package org.holdfast.chassis.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this instance wrote last of a few streams, so that the next command on one of them need not read it first. It may be older
 * than what is written: only a decision that is written where nobody else wrote since may rest on it.
 */
final class Recent<S> {

    private static final int MOST = 200;
    private static final int LARGEST_STATE = 16_384;
    private static final int MOST_LINES = 50;
    private static final int LARGEST_ALL = 65_536;

    /** A stream as it was written, with its state. */
    record Known<S>(Kept kept, S state) {}

    private final Map<String, Known<S>> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known<S>> eldest) {
            return size() > MOST;
        }
    });

    Optional<Known<S>> of(String stream) {
        return Optional.ofNullable(known.get(stream));
    }

    /** Remembers it, if it is small and nothing of its history was put aside. */
    void wrote(Kept kept, S state) {
        boolean small = kept.state().length() <= LARGEST_STATE
                && kept.lines().size() <= MOST_LINES
                && size(kept) <= LARGEST_ALL;
        if (small && !kept.archived()) {
            known.put(kept.stream(), new Known<>(kept, state));
        } else {
            known.remove(kept.stream());
        }
    }

    private static int size(Kept kept) {
        return kept.lines().stream()
                        .flatMap(line -> line.facts().stream())
                        .mapToInt(fact -> fact.data().length())
                        .sum()
                + kept.untold().stream()
                        .mapToInt(message -> message.data().length())
                        .sum();
    }

    void forget(String stream) {
        known.remove(stream);
    }
}
