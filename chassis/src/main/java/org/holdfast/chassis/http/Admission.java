package org.holdfast.chassis.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/**
 * A limit on how much of one refusable kind of work is done at once: imports, exports, replays, reports, searches, bulk.
 * Work that a person at risk depends on is never put behind one.
 */
public final class Admission {

    private final String kind;
    private final int limit;
    private final Duration retryAfter;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * A limit of its own.
     *
     * @param kind a word for the problem document, such as {@code search}
     * @param limit how many at once, at least 1
     * @param retryAfter when a caller that was turned away may come again, at least a second
     */
    public Admission(String kind, int limit, Duration retryAfter) {
        if (limit < 1 || retryAfter.toSeconds() < 1) {
            throw new IllegalArgumentException("at least one at once, and at least a second to wait");
        }
        this.kind = kind;
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    /** Does the work if there is room, else fails with 429 {@code too-busy} and Retry-After. */
    public <T> Mono<T> admit(Mono<T> work) {
        return Mono.defer(() -> {
            if (running.incrementAndGet() > limit) {
                running.decrementAndGet();
                return Mono.error(turnedAway());
            }
            return Mono.using(() -> running, taken -> work, AtomicInteger::decrementAndGet);
        });
    }

    /** How much of this work is being done now. */
    public int running() {
        return Math.min(running.get(), limit);
    }

    private Problem turnedAway() {
        String seconds = Long.toString(retryAfter.toSeconds());
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-busy",
                        "Too much of this work is being done at once; try again in " + seconds + " seconds.")
                .with("work", kind)
                .header(HttpHeaders.RETRY_AFTER, seconds);
    }
}
