package org.holdfast.chassis.journal;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What a service does when a timer of its stream is due: it gives a command. */
@FunctionalInterface
public interface Firing {

    /** The timer {@code timer} of {@code stream} was due at {@code due} (UTC); called again until it succeeds. */
    Mono<?> fire(String stream, String timer, Instant due);
}
