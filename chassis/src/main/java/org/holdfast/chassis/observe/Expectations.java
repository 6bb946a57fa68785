package org.holdfast.chassis.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Notices silence: what should be heard within a time is asked for again when it is not, 5, 10, 20, 40 and then every 60
 * seconds, and health says so meanwhile. What may stand in a queue is asked for in {@link Turns}. Kept in memory: at start
 * the service expects again what its read model says is open.
 */
public final class Expectations {

    private static final Logger LOG = LoggerFactory.getLogger(Expectations.class);
    private static final Duration MOVES = Duration.ofSeconds(5);

    private final String what;
    private final Clock clock;
    private final Map<String, Expected> open = new ConcurrentHashMap<>();
    private final Turns turns = new Turns(MOVES);

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
     * Expects to hear of the subject within the time; asks by {@code retell} as soon as it is late. While it is still waited
     * for, expecting it again postpones nothing: whoever keeps on talking is not the reason to wait longer.
     */
    public void expect(String subject, Duration within, Supplier<? extends Mono<?>> retell) {
        expect(subject, within, false, retell);
    }

    /** Expects to hear of the subject, which may stand in a queue: when it is late it is asked for in its turn. */
    public void expectInTurn(String subject, Duration within, Supplier<? extends Mono<?>> retell) {
        expect(subject, within, true, retell);
    }

    /** What the subject is waited for with is on its way and may stand in a queue: when it is late it is asked for in its turn. */
    public void queued(String subject) {
        open.computeIfPresent(subject, (key, expected) -> expected.queued());
    }

    private void expect(String subject, Duration within, boolean inTurn, Supplier<? extends Mono<?>> retell) {
        Instant now = clock.instant();
        open.compute(
                subject,
                (key, before) ->
                        before == null ? Expected.first(now, within, inTurn, retell) : before.again(inTurn, retell));
    }

    /** It was heard. */
    public void met(String subject) {
        Expected answered = open.remove(subject);
        if (answered != null) {
            turns.heard(answered, clock.instant());
        }
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
            if (expected.asked() || expected.overdue(now)) {
                late.put(subject, expected.since());
            }
        });
        return late;
    }

    /** Asks for what is due; called a few times a second. */
    public void tick() {
        Instant now = clock.instant();
        List<Map.Entry<String, Expected>> inTurn = new ArrayList<>();
        int asked = 0;
        for (Map.Entry<String, Expected> one : Map.copyOf(open).entrySet()) {
            Expected expected = one.getValue();
            if (!expected.overdue(now)) {
                asked += expected.inTurn() && expected.asked() ? 1 : 0;
            } else if (expected.inTurn()) {
                inTurn.add(one);
            } else {
                ask(one.getKey(), expected, now);
            }
        }
        inTurn.stream()
                .filter(one -> !turns.queued(one.getValue(), now))
                .sorted(Comparator.comparing(one -> one.getValue().due()))
                .limit(Math.max(0, turns.atOnce() - asked))
                .forEach(one -> ask(one.getKey(), one.getValue(), now));
    }

    private void ask(String subject, Expected expected, Instant now) {
        if (open.replace(subject, expected, expected.askedFor(now))) {
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
}
