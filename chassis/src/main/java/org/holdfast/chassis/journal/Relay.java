package org.holdfast.chassis.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Does what follows a write, outside the answer's path: tells, projects, and then settles in bulk. */
public final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int REMEMBERED = 50_000;
    private static final int CAPACITY = 20_000;
    private static final int SETTLE_AT_MOST = 500;
    private static final Duration SETTLE_EVERY = Duration.ofMillis(100);
    private static final Retry UNTIL_IT_WORKS =
            Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100)).maxBackoff(Duration.ofSeconds(2));

    private final Journal journal;
    private final Map<Lane, LaneQueue> lanes = new EnumMap<>(Lane.class);
    private final Queue<Journal.Settled> finished = new ConcurrentLinkedQueue<>();
    private final Map<String, Instant> unfinished = new ConcurrentHashMap<>();
    private final Map<String, Busy> busy = new ConcurrentHashMap<>();
    private final Map<String, Busy> incomplete = new ConcurrentHashMap<>();
    private final Set<String> telling = ConcurrentHashMap.newKeySet();
    private final Set<String> unsettled = ConcurrentHashMap.newKeySet();
    private final Set<String> told = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));
    private Consumer<String> leftOver = stream -> {};
    private Disposable settling = () -> {};

    Relay(Journal journal, Teller teller) {
        this.journal = journal;
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new LaneQueue(lane, teller, CAPACITY));
        }
    }

    void start() {
        lanes.values().forEach(LaneQueue::start);
        settling = Flux.interval(SETTLE_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> Mono.defer(() -> settle(drained())).repeat(() -> !finished.isEmpty()), 1)
                .subscribe();
    }

    /** Says whom to ask about a stream in which something waits that this process was not given to tell. */
    void onLeftOver(Consumer<String> look) {
        leftOver = look;
    }

    /** Whether this process is at work on the stream. */
    boolean busy(String stream) {
        return busy.containsKey(stream);
    }

    void stop() {
        lanes.values().forEach(LaneQueue::stop);
        settling.dispose();
    }

    /**
     * Takes on what follows a write.
     *
     * @param kept the stream as it stands, with every message that still waits in it
     * @param own the messages that this process is to tell
     * @param follow projections and timers
     */
    void follow(Kept kept, Collection<Untold> own, Mono<Void> follow) {
        String work = Documents.at(kept.stream(), kept.version());
        if (unfinished.size() > CAPACITY || unfinished.putIfAbsent(work, kept.time()) != null) {
            return;
        }
        busy.merge(kept.stream(), Busy.with(kept), Busy::and);
        AtomicInteger left = new AtomicInteger(own.size() + 1);
        Runnable done = () -> {
            if (left.decrementAndGet() == 0) {
                unfinished.remove(work);
                finish(kept.stream());
            }
        };
        own.forEach(message -> tell(message, done));
        follow.doOnError(e -> LOG.warn(
                        "What follows {} failed, trying on: {}",
                        work,
                        e.getClass().getSimpleName()))
                .retryWhen(UNTIL_IT_WORKS)
                .subscribe(nothing -> {}, e -> unfinished.remove(work), done);
    }

    /** Whoever looked for what was left over may have been given the message before whoever wrote it: it is told once. */
    private void tell(Untold message, Runnable done) {
        String id = message.id();
        if (!telling.add(id)) {
            done.run();
            return;
        }
        Runnable saidIt = () -> {
            told.add(id);
            telling.remove(id);
            done.run();
        };
        if (told.contains(id)) {
            saidIt.run();
        } else if (!lane(message.lane()).offer(message, saidIt)) {
            LOG.warn("Relay lane {} is full; the sweeper will tell what is left", message.lane());
            telling.remove(id);
            done.run();
        }
    }

    /** Tells once more what stands in no journal; completes when the broker has all of it. */
    Mono<Void> tellAgain(List<Untold> messages) {
        return messages.isEmpty()
                ? Mono.empty()
                : Mono.create(sink -> {
                    AtomicInteger left = new AtomicInteger(messages.size());
                    for (Untold message : messages) {
                        boolean taken = lane(message.lane()).offer(message, () -> {
                            if (left.decrementAndGet() == 0) {
                                sink.success();
                            }
                        });
                        if (!taken) {
                            sink.error(new IllegalStateException("The relay is full; try again later"));
                        }
                    }
                });
    }

    /** The messages in the stream's document that this process has not told yet. */
    List<Untold> untold(Kept kept) {
        return kept.untold().stream()
                .filter(message -> !told.contains(message.id()))
                .toList();
    }

    /** Whether what follows that version is in this process's hands, and not what follows another version of the stream alone. */
    boolean atWork(Kept kept) {
        String work = Documents.at(kept.stream(), kept.version());
        return unfinished.containsKey(work) || unsettled.contains(work);
    }

    /** Whether this process is at work on the stream as it stands, or on another version of it. */
    boolean inHand(Kept kept) {
        return atWork(kept) || busy.containsKey(kept.stream());
    }

    /** How many messages wait on the lane. */
    public int waiting(Lane lane) {
        return lane(lane).waiting();
    }

    /** When the oldest piece of work that is not finished was written (UTC). */
    public Optional<Instant> oldest() {
        return new ArrayList<>(unfinished.values()).stream().min(Instant::compareTo);
    }

    /** Why telling fails just now, if it does. */
    public Optional<String> trouble() {
        return lanes.values().stream()
                .flatMap(lane -> Optional.ofNullable(lane.trouble()).stream())
                .findFirst();
    }

    private void finish(String stream) {
        busy.computeIfPresent(stream, (name, work) -> {
            if (work.left() > 1) {
                return work.less();
            }
            Busy before = incomplete.remove(stream);
            // an older version that is done last ends what a newer one had to leave open
            Busy all = before == null || before.version() <= work.version() ? work : work.and(before);
            boolean whole = told.containsAll(all.ids());
            unsettled.add(Documents.at(stream, all.version()));
            finished.add(new Journal.Settled(stream, all.version(), whole ? all.ids() : toldOf(all), whole));
            if (!whole) {
                if (incomplete.size() < CAPACITY) { // else, as for what another instance tells, the sweeper ends it
                    incomplete.put(stream, all);
                }
                leftOver.accept(stream);
            }
            return null;
        });
    }

    private List<String> toldOf(Busy work) {
        return work.ids().stream().filter(told::contains).toList();
    }

    private Mono<Void> settle(List<Journal.Settled> batch) {
        Map<String, Journal.Settled> byStream = new LinkedHashMap<>();
        batch.forEach(one -> byStream.merge(one.stream(), one, Journal.Settled::and));
        return journal.settle(byStream.values())
                .retryWhen(UNTIL_IT_WORKS)
                .doOnSuccess(done -> batch.forEach(one -> unsettled.remove(Documents.at(one.stream(), one.version()))));
    }

    private List<Journal.Settled> drained() {
        List<Journal.Settled> batch = new ArrayList<>();
        while (batch.size() < SETTLE_AT_MOST && finished.peek() != null) {
            batch.add(finished.remove());
        }
        return batch;
    }

    private LaneQueue lane(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }

    /**
     * The work on one stream that is not finished: settled together when the last of it is done.
     *
     * @param version the newest version among it
     * @param left how many pieces are not done
     * @param ids every message that stood in the stream's document
     */
    private record Busy(long version, int left, Set<String> ids) {

        static Busy with(Kept kept) {
            Set<String> ids = new HashSet<>();
            kept.untold().forEach(message -> ids.add(message.id()));
            return new Busy(kept.version(), 1, ids);
        }

        Busy and(Busy other) {
            Set<String> all = new HashSet<>(ids);
            all.addAll(other.ids);
            return new Busy(Math.max(version, other.version), left + other.left, all);
        }

        Busy less() {
            return new Busy(version, left - 1, ids);
        }
    }
}
