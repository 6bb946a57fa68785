package org.holdfast.chassis.journal;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Writes that nobody waits for, sent together: what is asked for within a moment of the first goes to the store as one command.
 * Only for what follows a decision. The decision itself is never kept waiting, and its stream stays pending until what follows it
 * is on disk, so a process that dies in between loses nothing.
 */
public final class Gathered {

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final Duration moment;
    private final LaneGate gate = LaneGate.ofProcess();
    private Map<Object, GatheredWrite> waiting = new LinkedHashMap<>();
    private boolean going;

    /** Gathers writes to this collection for so long. */
    public Gathered(MongoCollection<Document> collection, Duration moment) {
        this.collection = collection;
        this.moment = moment;
    }

    /**
     * Writes it with others, in any order.
     *
     * @return true when it is on disk; false if a document with its key was there already, or if what it changes may not have been found
     *     as it was to be: of what was sent together only the number of those is known, so whoever is told false has to look
     */
    public Mono<Boolean> each(WriteModel<Document> write) {
        return asked(new Object(), write);
    }

    /**
     * Writes it with others, in place of an earlier write of the same document that was not sent yet: each must say all that the
     * document is to be. What was sent is done before the next is sent.
     *
     * @return true when it, or a later one in its place, is on disk; false if a document with its key was there already
     */
    public Mono<Boolean> last(String id, WriteModel<Document> write) {
        return asked(id, write);
    }

    private Mono<Boolean> asked(Object key, WriteModel<Document> write) {
        return gate.aside(Mono.create(sink -> {
            if (isFirst(key, write, sink)) {
                sendSoon();
            }
        }));
    }

    private synchronized boolean isFirst(Object key, WriteModel<Document> write, MonoSink<Boolean> sink) {
        GatheredWrite before = waiting.get(key);
        List<MonoSink<Boolean>> askers = before == null ? new ArrayList<>(1) : before.askers();
        askers.add(sink);
        waiting.put(key, new GatheredWrite(write, askers));
        boolean first = !going;
        going = true;
        return first;
    }

    private void sendSoon() {
        Mono.delay(moment)
                .then(gate.whenCalm())
                .subscribe(
                        nothing -> {},
                        e -> {
                            GatheredWrite.failed(taken(), e);
                            goOn();
                        },
                        () -> send(taken()));
    }

    private void goOn() {
        if (hasMore()) {
            sendSoon();
        }
    }

    private void send(List<GatheredWrite> batch) {
        Mono.defer(() -> Mono.from(collection.bulkWrite(
                        batch.stream().map(GatheredWrite::write).toList(), IN_ANY_ORDER)))
                .doFinally(end -> goOn())
                .subscribe(done -> GatheredWrite.done(batch, done), e -> GatheredWrite.failed(batch, e));
    }

    private synchronized List<GatheredWrite> taken() {
        List<GatheredWrite> batch = List.copyOf(waiting.values());
        waiting = new LinkedHashMap<>();
        return batch;
    }

    private synchronized boolean hasMore() {
        going = !waiting.isEmpty();
        return going;
    }
}
