package org.holdfast.chassis.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Notices silence: what should be heard within a time is asked for again when it is not, 5, 10, 20, 40 and then every 60
 * seconds, and health says so meanwhile. Kept in memory: at start the service expects again what its read model says is open.
 */
public final class Expectations {

    private static final Logger LOG = LoggerFactory.getLogger(Expectations.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private record Expected(
            Instant since, Instant due, Duration patience, boolean asked, Supplier<? extends Mono<?>> retell) {}

    private final String what;
    private final Clock clock;
    private final Map<String, Expected> open = new ConcurrentHashMap<>();

    /** For one kind of silence; {@code what} says in a few words what is missing, such as {@code assessment}. */
    public Expectations(String what, Clock clock) {
        this.what = what;
        this.clock = clock;
    }

    /** What is missing when this is overdue. */
    public String what() {
        return what;
    }

    /**
     * Expects to hear of the subject within the time; asks by {@code retell} when it does not. While it is still waited for,
     * expecting it again postpones nothing: whoever keeps on talking is not the reason to wait longer.
     */
    public void expect(String subject, Duration within, Supplier<? extends Mono<?>> retell) {
        Instant now = clock.instant();
        open.compute(
                subject,
                (key, before) -> before == null
                        ? new Expected(now, now.plus(within), within, false, retell)
                        : new Expected(before.since(), before.due(), before.patience(), before.asked(), retell));
    }

    /** It was heard. */
    public void met(String subject) {
        open.remove(subject);
    }

    /** Whether the subject is still waited for. */
    public boolean waiting(String subject) {
        return open.containsKey(subject);
    }

    /** The subjects that are overdue, each with the time since which it is waited for. */
    public Map<String, Instant> overdue() {
        Instant now = clock.instant();
        Map<String, Instant> late = new ConcurrentHashMap<>();
        open.forEach((subject, expected) -> {
            if (expected.asked() || !expected.due().isAfter(now)) {
                late.put(subject, expected.since());
            }
        });
        return late;
    }

    /** Asks for what is due; called a few times a second. */
    public void tick() {
        Instant now = clock.instant();
        open.forEach((subject, expected) -> {
            if (!expected.due().isAfter(now)) {
                Duration next = expected.patience().multipliedBy(2);
                Duration wait = next.compareTo(LONGEST) > 0 ? LONGEST : next;
                Expected later = new Expected(expected.since(), now.plus(wait), wait, true, expected.retell());
                if (open.replace(subject, expected, later)) {
                    LOG.warn("No {} heard of {}: telling again", what, subject);
                    expected.retell()
                            .get()
                            .subscribe(
                                    done -> {},
                                    e -> LOG.warn(
                                            "Telling {} again failed: {}",
                                            subject,
                                            e.getClass().getSimpleName()));
                }
            }
        });
    }
}
