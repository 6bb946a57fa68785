package org.holdfast.chassis.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.holdfast.chassis.decide.Decision;
import org.holdfast.chassis.trace.Spans;
import org.holdfast.chassis.trace.Step;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Handles the commands of one kind of stream: load, decide, write, and again when another was first. */
public final class Handling<S, C, E> {

    private static final int MOST_TRIES = 1_000;
    private static final long ANY = -1;

    private final StreamKind<S, C, E> kind;
    private final Streams streams;
    private final Recent<S> recent = new Recent<>();

    Handling(StreamKind<S, C, E> kind, Streams streams) {
        this.kind = kind;
        this.streams = streams;
    }

    /** Handles the command; the same cause is answered with its first result. */
    public Mono<Handled<S, E>> handle(String stream, C command, Cause cause) {
        return traced(cause, guessed(stream, ANY, command, cause));
    }

    /**
     * Handles the command on a stream that most likely is not there yet: it is written without looking for it first, and handled as
     * by {@link #handle(String, Object, Cause)} where it is there all the same, or where the command does not make it.
     */
    public Mono<Handled<S, E>> begin(String stream, C command, Cause cause) {
        return traced(cause, Mono.defer(() -> {
            if (recent.of(stream).isPresent()) {
                return guessed(stream, ANY, command, cause);
            }
            Mono<Handled<S, E>> again = attempt(stream, ANY, command, cause, 1);
            return kind.decider().decide(kind.decider().initial(), command)
                                    instanceof Decision.Accepted<E>(List<E> events)
                            && !events.isEmpty()
                    ? write(null, kind.decider().initial(), stream, events, cause, again)
                    : again;
        }));
    }

    /** Handles the command only if the stream still has the version that the caller saw. */
    public Mono<Handled<S, E>> handle(String stream, long expectedVersion, C command, Cause cause) {
        return traced(cause, guessed(stream, expectedVersion, command, cause));
    }

    /** The stream as it stands, or empty when there is none. */
    public Mono<Entry<S>> load(String stream) {
        return streams.journal().load(stream).map(this::entry);
    }

    /** Every stream of this kind, for rebuilding what is kept beside it; a full scan. */
    public Flux<Entry<S>> all() {
        return streams.journal().all(kind.name()).map(this::entry);
    }

    /** The whole history, oldest first. */
    public Flux<Recorded<E>> history(String stream) {
        return streams.journal().history(stream).map(this::recorded);
    }

    /** Tells again what the others should know of the stream; completes when the broker has it. */
    public Mono<Void> retell(String stream) {
        return load(stream).flatMap(entry -> {
            List<Tell> tells = kind.telling().retell(entry);
            String prefix = "retold/" + Documents.at(stream, entry.version()) + "/" + System.nanoTime() + "/";
            return streams.relay()
                    .tellAgain(IntStream.range(0, tells.size())
                            .mapToObj(i -> streams.untold(tells.get(i), prefix + i, null, true))
                            .toList());
        });
    }

    /** Does again what follows the stream's newest entry: for entries that a dead instance left. */
    void resume(Kept kept) {
        streams.deadlines().wanted(kept.stream(), Map.of(), Map.of(), kept.timers());
        streams.relay()
                .follow(
                        kept,
                        streams.relay().untold(kept),
                        following(kept, Map.of(), Map.of(), entry(kept), List.of()));
    }

    private Mono<Handled<S, E>> traced(Cause cause, Mono<Handled<S, E>> work) {
        Spans spans = streams.spans();
        if (!spans.on() || cause.trace() == null) {
            return work;
        }
        return Mono.defer(() -> {
            Step step = spans.deciding(kind.name(), cause.trace());
            return work.doOnSuccess(handled -> step.end(handled.getClass().getSimpleName()))
                    .doOnError(step::failed)
                    .doOnCancel(() -> step.end("given up"));
        });
    }

    /**
     * Decides on what this instance wrote last, where that comes to something to write: if somebody else wrote since, the write does
     * not find its version, and the command is handled on what is read. A repeat, a refusal, or nothing to write is never
     * answered without reading.
     */
    private Mono<Handled<S, E>> guessed(String stream, long expected, C command, Cause cause) {
        return Mono.defer(() -> {
            Mono<Handled<S, E>> read = attempt(stream, expected, command, cause, 1);
            Recent.Known<S> known = recent.of(stream).orElse(null);
            if (known == null
                    || known.kept().causedBy(cause.id()).isPresent()
                    || (expected != ANY && expected != known.kept().version())
                    || !(kind.decider().decide(known.state(), command) instanceof Decision.Accepted<E>(List<E> events))
                    || events.isEmpty()) {
                return read;
            }
            Mono<Handled<S, E>> after = Mono.defer(() -> {
                recent.forget(stream);
                return read;
            });
            Cause goingOn = cause.goingOnWith(known.kept().trace());
            return write(known.kept(), known.state(), stream, events, goingOn, after);
        });
    }

    private Mono<Handled<S, E>> attempt(String stream, long expected, C command, Cause cause, int attempt) {
        if (attempt > MOST_TRIES) {
            return Mono.error(new IllegalStateException("Too many writers at once on " + stream));
        }
        Mono<Handled<S, E>> again = Mono.defer(() -> attempt(stream, expected, command, cause, attempt + 1));
        return streams.journal()
                .load(stream)
                .flatMap(kept -> earlier(kept, cause)
                        .switchIfEmpty(Mono.defer(() -> decided(stream, kept, expected, command, cause, again))))
                .switchIfEmpty(Mono.defer(() -> decided(stream, null, expected, command, cause, again)));
    }

    private Mono<Handled<S, E>> earlier(Kept kept, Cause cause) {
        Mono<Line> line = Mono.justOrEmpty(kept.causedBy(cause.id()));
        if (kept.archived()) {
            line = line.switchIfEmpty(Mono.defer(() -> streams.journal().recall(kept.stream(), cause.id())));
        }
        return line.doOnNext(found -> takeUp(kept))
                .map(found -> found.cause().bodyHash().equals(cause.bodyHash())
                        ? new Handled.Done<>(
                                entry(kept), found.version(), recorded(found).events(), true)
                        : new Handled.KeyReused<>());
    }

    /** A write whose answer was lost is found by its repeat: what should have followed it follows now. */
    private void takeUp(Kept kept) {
        if (!streams.relay().busy(kept.stream())
                && !streams.relay().untold(kept).isEmpty()) {
            resume(kept);
        }
    }

    private Mono<Handled<S, E>> decided(
            String stream, @Nullable Kept before, long expected, C command, Cause cause, Mono<Handled<S, E>> again) {
        long version = before == null ? 0 : before.version();
        if (expected != ANY && expected != version) {
            return Mono.just(new Handled.Stale<>(version));
        }
        S state = before == null ? kind.decider().initial() : streams.shapes().read(kind.state(), before.state());
        return switch (kind.decider().decide(state, command)) {
            case Decision.Refused<E> no -> Mono.just(new Handled.Refused<>(no.refusal()));
            case Decision.Accepted<E> yes
            when yes.events().isEmpty() && !cause.remembered() -> {
                Instant time = before == null ? cause.time() : before.time();
                yield Mono.just(
                        new Handled.Done<>(new Entry<>(stream, version, state, time), version, List.of(), false));
            }
            case Decision.Accepted<E> yes ->
                write(
                        before,
                        state,
                        stream,
                        yes.events(),
                        before == null ? cause : cause.goingOnWith(before.trace()),
                        again);
        };
    }

    private Mono<Handled<S, E>> write(
            @Nullable Kept before, S state, String stream, List<E> events, Cause cause, Mono<Handled<S, E>> again) {
        S after = state;
        for (E event : events) {
            after = kind.decider().evolve(after, event);
        }
        long version = before == null ? 1 : before.version() + 1;
        Entry<S> entry = new Entry<>(stream, version, after, cause.time());
        List<Tell> tells = kind.telling().tell(entry, events);
        List<Untold> own = IntStream.range(0, tells.size())
                .mapToObj(i ->
                        streams.untold(tells.get(i), Documents.at(stream, version) + "/" + i, cause.trace(), false))
                .toList();
        List<Line.Fact> facts = events.stream()
                .map(event -> new Line.Fact(streams.shapes().write(kind.event(), event)))
                .toList();
        String previous = before == null ? "" : before.head();
        Line line = new Line(version, cause, facts, streams.chain().link(previous, stream, version, cause, facts));
        Map<String, Instant> timers = kind.decider().timers(after);
        String json = streams.shapes().write(kind.state(), after);
        Kept next = new Kept(stream, version, json, timers, List.of(line), own);
        return streams.journal().write(before, next).flatMap(written -> {
            if (!written) {
                return again;
            }
            Kept whole = whole(before, next);
            remember(whole, own, entry.state());
            Map<String, Instant> wanted = before == null ? Map.of() : before.timers();
            Map<String, Instant> known = before == null || leftOpen(before) ? Map.of() : wanted;
            streams.deadlines().wanted(stream, wanted, known, timers);
            streams.relay().follow(whole, own, following(whole, wanted, known, entry, events));
            return Mono.just(new Handled.Done<>(entry, version, events, false));
        });
    }

    /**
     * Whether another instance had not done yet what follows its entry. If it died, nobody would index the timers that this entry takes
     * over from it, because what follows this one ends the waiting of both.
     */
    private boolean leftOpen(Kept before) {
        return before.pending() && !streams.relay().atWork(before);
    }

    private Mono<Void> following(
            Kept kept, Map<String, Instant> wantedBefore, Map<String, Instant> known, Entry<S> entry, List<E> events) {
        return Flux.fromIterable(kind.projections())
                .concatMap(projection -> projection.project(entry, events))
                .then(streams.deadlines().index(kept.stream(), wantedBefore, known, kept.timers()))
                .then(streams.archiving().consider(kept))
                .contextWrite(Spans.within(kept.trace()));
    }

    /** Only where nothing waits but its own messages: what another instance told meanwhile stands in the document alone. */
    private void remember(Kept whole, List<Untold> own, S state) {
        List<Untold> waiting = streams.relay().untold(whole);
        if (waiting.size() > own.size()) {
            recent.forget(whole.stream());
            return;
        }
        recent.wrote(
                new Kept(whole.stream(), whole.version(), whole.state(), whole.timers(), whole.lines(), waiting),
                state);
    }

    private static Kept whole(@Nullable Kept before, Kept next) {
        List<Line> lines = new ArrayList<>();
        List<Untold> untold = new ArrayList<>();
        if (before != null) {
            lines.addAll(before.lines());
            untold.addAll(before.untold());
        }
        lines.addAll(next.lines());
        untold.addAll(next.untold());
        return new Kept(next.stream(), next.version(), next.state(), next.timers(), lines, untold);
    }

    private Entry<S> entry(Kept kept) {
        return new Entry<>(
                kept.stream(), kept.version(), streams.shapes().read(kind.state(), kept.state()), kept.time());
    }

    private Recorded<E> recorded(Line line) {
        Cause cause = line.cause();
        List<E> events = line.facts().stream()
                .map(fact -> streams.shapes().read(kind.event(), fact.data()))
                .toList();
        return new Recorded<>(
                line.version(), cause.id(), cause.bodyHash(), cause.actor(), cause.time(), cause.trace(), events);
    }
}
