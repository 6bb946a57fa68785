package org.holdfast.chassis.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stream's document as it is kept.
 *
 * @param stream the name
 * @param version the newest version
 * @param state the state as JSON
 * @param timers the timers that the state wants
 * @param lines the newest entries of the history; older ones are in the archive
 * @param untold messages not yet known to be told
 * @param pending whether what follows an entry was not known to be done when it was read
 */
record Kept(
        String stream,
        long version,
        String state,
        Map<String, Instant> timers,
        List<Line> lines,
        List<Untold> untold,
        boolean pending) {

    /** As it is written. */
    Kept(
            String stream,
            long version,
            String state,
            Map<String, Instant> timers,
            List<Line> lines,
            List<Untold> untold) {
        this(stream, version, state, timers, lines, untold, false);
    }

    Kept {
        timers = Map.copyOf(timers);
        lines = List.copyOf(lines);
        untold = List.copyOf(untold);
    }

    /** The entry that this cause made, if it is among the newest. */
    Optional<Line> causedBy(String cause) {
        return lines.stream().filter(line -> line.cause().id().equals(cause)).findFirst();
    }

    /** Whether older entries are in the archive. */
    boolean archived() {
        return version > lines.size();
    }

    /** The code of the newest entry. */
    String head() {
        return lines.getLast().mac();
    }

    /** The trace of the newest entry, if it has one. */
    @Nullable
    String trace() {
        return lines.getLast().cause().trace();
    }

    /** When the newest entry was written. */
    Instant time() {
        return lines.getLast().time();
    }
}
