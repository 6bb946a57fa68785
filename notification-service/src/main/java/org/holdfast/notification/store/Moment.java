package org.holdfast.notification.store;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** One reading of the store for all who ask within a moment. */
final class Moment {

    /** A page is sent by what was read for its decision. */
    private static final Duration SHARED_FOR = Duration.ofMillis(250);

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private Moment() {}

    /** The reading, for a moment from when it is first asked for; a failure, or an answer that does not come, is nobody else's. */
    static <T> Mono<T> shared(Mono<T> reading) {
        return reading.timeout(PATIENCE).cache(read -> SHARED_FOR, failed -> Duration.ZERO, () -> Duration.ZERO);
    }
}
