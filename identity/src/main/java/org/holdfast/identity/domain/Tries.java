package org.holdfast.identity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts tries by key: after some free ones each doubles the wait before the next, up to a longest; a success forgets them. */
public final class Tries {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int MOST_KEYS = 20_000;

    private final int free;
    private final Duration longest;
    private final Map<String, Counted> byKey = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /**
     * @param free tries without a wait
     * @param longest the longest wait
     */
    public Tries(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    /** How long this key has still to wait; zero when it may try. */
    public synchronized Duration wait(String key, Instant now) {
        Counted counted = byKey.get(key);
        return counted == null || !now.isBefore(counted.notBefore())
                ? Duration.ZERO
                : Duration.between(now, counted.notBefore());
    }

    /** Counts a try before its outcome is known, so that many at once are no way round the wait. */
    public synchronized void count(String key, Instant now) {
        Counted before = byKey.get(key);
        int times = before == null || before.notBefore().plus(REMEMBERED).isBefore(now) ? 1 : before.times() + 1;
        byKey.put(key, new Counted(times, now.plus(waitAfter(times))));
    }

    /** Takes back one count: the try turned out well. */
    public synchronized void forgive(String key, Instant now) {
        byKey.computeIfPresent(
                key, (same, counted) -> counted.times() <= 1 ? null : new Counted(counted.times() - 1, now));
    }

    /** Forgets the key. */
    public synchronized void forget(String key) {
        byKey.remove(key);
    }

    private Duration waitAfter(int times) {
        if (times < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(times - free, 20);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    private record Counted(int times, Instant notBefore) {}
}
