package org.holdfast.chassis.journal;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.chassis.trace.Spans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The journal of one service: gives each kind of stream its {@link Handling}, and does what a dead instance left undone. */
public final class Journals {

    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);
    private static final int MOST_ENTRIES = 200;
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration OTHERS_TIME = Duration.ofSeconds(5);

    /** Whoever lost the lease wrote nothing since: it is taken three seconds after a beat, and there is one every second. */
    private static final Duration SURELY_DEAD = Duration.ofSeconds(2);

    private final MongoJournal journal;
    private final Streams streams;
    private final Lease lease;
    private final Heads heads;
    private final Duration sweepEvery;
    private final Map<String, Handling<?, ?, ?>> kinds = new ConcurrentHashMap<>();
    private final Scheduler ticking = Schedulers.newSingle("deadlines", true);
    private final Disposable.Composite running = Disposables.composite();
    private long sweptAt;
    private boolean swept;
    private Instant startedAt = Instant.MIN;

    /**
     * Over the service's own database.
     *
     * @param sweepEvery how often the holder of the lease looks for what is left undone
     */
    Journals(MongoDatabase database, Teller teller, Chain chain, Clock clock, Duration sweepEvery, Spans spans) {
        journal = new MongoJournal(database);
        Deadlines deadlines = new Deadlines(database, clock);
        Relay relay = new Relay(journal, teller);
        streams = new Streams(journal, relay, deadlines, new Archiving(journal, MOST_ENTRIES), chain, spans);
        relay.onLeftOver(stream -> running.add(Mono.delay(OTHERS_TIME)
                .then(Mono.defer(() -> journal.load(stream)))
                .filter(kept -> !relay.busy(stream) && !relay.untold(kept).isEmpty())
                .subscribe(this::resume, e -> LOG.warn("Looking at {} again failed; the sweeper will", stream))));
        heads = new Heads(streams);
        lease = new Lease(database, "sweeper", UUID.randomUUID().toString());
        this.sweepEvery = sweepEvery;
    }

    /** How commands of this kind are handled; called once for each kind, before {@link #start}. */
    public <S, C, E> Handling<S, C, E> handling(StreamKind<S, C, E> kind) {
        Handling<S, C, E> handling = new Handling<>(kind, streams);
        kinds.put(kind.name(), handling);
        return handling;
    }

    /** What to do when a timer of this kind of stream is due; called before {@link #start}. */
    public void onTimer(String kind, Firing firing) {
        streams.deadlines().on(kind, firing);
    }

    /** Tells again what the others should know of this stream; completes when the broker has it. */
    public Mono<Void> retell(String stream) {
        Handling<?, ?, ?> handling = kinds.get(stream.substring(0, Math.max(0, stream.indexOf('/'))));
        return handling == null ? Mono.empty() : handling.retell(stream);
    }

    /** Whether a stream of this name was ever written. */
    public Mono<Boolean> has(String stream) {
        return journal.load(stream).hasElement();
    }

    /** Tells again everything, stream by stream; answers how many streams. */
    public Mono<Long> retellAll() {
        return Flux.fromIterable(kinds.keySet())
                .concatMap(journal::all)
                .concatMap(kept -> retell(kept.stream()).thenReturn(kept))
                .count();
    }

    /** Tells what no decision stands behind, such as a cry for help about a dead letter; completes when the broker has it. */
    public Mono<Void> tellOnce(String id, List<Tell> tells) {
        List<Untold> messages = java.util.stream.IntStream.range(0, tells.size())
                .mapToObj(i -> streams.untold(tells.get(i), id + "/" + i, null, false))
                .toList();
        return streams.relay().tellAgain(messages);
    }

    /** Makes the index of timers anew from what the streams want; answers how many streams were read. */
    public Mono<Long> rebuildTimers() {
        return Flux.fromIterable(kinds.keySet())
                .concatMap(journal::all)
                .flatMap(kept -> streams.deadlines()
                        .index(kept.stream(), Map.of(), Map.of(), kept.timers())
                        .thenReturn(kept))
                .count();
    }

    /** Whether the history of the stream is as it was written; answers the first version that is not, or 0. */
    public Mono<Long> firstBroken(String stream) {
        return journal.history(stream).collectList().map(lines -> {
            String previous = "";
            for (Line line : lines) {
                String mac = streams.chain().link(previous, stream, line.version(), line.cause(), line.facts());
                if (!mac.equals(line.mac())) {
                    return line.version();
                }
                previous = mac;
            }
            return 0L;
        });
    }

    /** How many streams there are and one value for the ends of all their histories, as it is logged every day. */
    public Mono<String> heads() {
        return heads.value();
    }

    /** What is on its way to the other services. */
    public Relay relay() {
        return streams.relay();
    }

    /** How what follows a decision says that it was done. */
    public Spans spans() {
        return streams.spans();
    }

    /** By how much the most overdue timer is late. */
    public Optional<Duration> lateness() {
        return streams.deadlines().lateness();
    }

    /** Makes the indexes; to be done before the first command, and tried again while the store is away. */
    public Mono<Void> prepare() {
        return journal.prepare().then(streams.deadlines().prepare()).then(lease.prepare());
    }

    /** Starts telling, ticking and sweeping. */
    public void start() {
        startedAt = streams.clock().instant();
        streams.relay().start();
        running.add(ticking.schedulePeriodically(
                streams.deadlines()::tick,
                TICK.toMillis(),
                TICK.toMillis(),
                java.util.concurrent.TimeUnit.MILLISECONDS));
        running.add(Flux.interval(Duration.ZERO, BEAT)
                .onBackpressureDrop()
                .concatMap(
                        beat -> beat().onErrorResume(e -> {
                            LOG.warn(
                                    "Sweeping failed, trying again: {}",
                                    e.getClass().getSimpleName());
                            return Mono.empty();
                        }),
                        1)
                .subscribe());
    }

    /** Stops; what is not told stays in the journal. */
    public void stop() {
        running.dispose();
        ticking.dispose();
        streams.relay().stop();
    }

    private Mono<Void> beat() {
        return lease.held().flatMap(held -> {
            long now = System.nanoTime();
            if (!held || (swept && now - sweptAt < sweepEvery.toNanos())) {
                return Mono.<Void>empty();
            }
            sweptAt = now;
            return sweep().doOnSuccess(done -> swept = true).then(heads.oncePerDay());
        });
    }

    private Instant ago(Duration time) {
        return streams.clock().instant().minus(time);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void resume(Kept kept) {
        Handling<?, ?, ?> handling =
                kinds.get(kept.stream().substring(0, kept.stream().indexOf('/')));
        if (handling != null) {
            handling.resume(kept);
        }
    }

    /** Finishes what no living instance is at work on, and takes near timers from the index. */
    Mono<Void> sweep() {
        Instant others = swept ? ago(OTHERS_TIME) : later(startedAt, ago(SURELY_DEAD));
        return streams.deadlines()
                .sweep()
                .thenMany(journal.pending())
                .filter(kept -> !streams.relay().inHand(kept) && kept.time().isBefore(others))
                .doOnNext(this::resume)
                .then();
    }
}
