package org.holdfast.intake.stream;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.intake.store.Cases;
import org.holdfast.intake.store.TrailEntry;
import org.holdfast.intake.store.Trails;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where what was heard is kept.
 *
 * @param trails what was heard of each case, and what became of its contacts
 * @param cases which services erased a case
 */
public record Kept(Trails trails, Cases cases) {

    /**
     * What a message says about a stream of another service.
     *
     * @param service whose stream it is
     * @param id the id of the stream
     * @param version its version
     * @param at when it happened (UTC)
     */
    record Subject(String service, String id, long version, Instant at) {}

    /** A line that changes the outcome of no contact. */
    Mono<Void> trail(String caseId, Heard<?> heard, Subject subject, Map<String, String> facts) {
        return trails.add(caseId, line(heard, subject, facts));
    }

    static TrailEntry line(Heard<?> heard, Subject subject, Map<String, String> facts) {
        String what = heard.message().getClass().getSimpleName();
        return new TrailEntry(
                subject.at(), subject.service(), what, subject.id(), subject.version(), heard.trace(), facts);
    }

    /** A service destroyed its key of the case. */
    Mono<Void> destroyed(String caseId, Heard<?> heard, String service, Instant at) {
        return cases.reported(caseId, service, at)
                .then(trail(caseId, heard, new Subject(service, caseId, 0, at), Map.of()));
    }

    /** The facts that are there, by name: name, value, name, value. */
    static Map<String, String> facts(@Nullable Object... namesAndValues) {
        Map<String, String> facts = new TreeMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                facts.put(String.valueOf(namesAndValues[i]), value.toString());
            }
        }
        return facts;
    }
}
