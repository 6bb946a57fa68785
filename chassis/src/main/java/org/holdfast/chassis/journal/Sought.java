package org.holdfast.chassis.journal;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Documents that are looked for together: what is asked for within a moment of the first is one command. Each asker is given what stands
 * in the store after it asked. For who can wait for that moment, which an emergency cannot.
 */
public final class Sought {

    private final MongoCollection<Document> collection;
    private final Duration moment;
    private Map<String, List<MonoSink<Document>>> waiting = new LinkedHashMap<>();

    /** Looks in this collection, after so long. */
    public Sought(MongoCollection<Document> collection, Duration moment) {
        this.collection = collection;
        this.moment = moment;
    }

    /** The document with this id; empty where there is none. */
    public Mono<Document> byId(String id) {
        return Mono.create(sink -> {
            if (isFirst(id, sink)) {
                Mono.delay(moment)
                        .then(LaneGate.ofProcess().whenCalm())
                        .subscribe(nothing -> {}, e -> fail(taken(), e), () -> look(taken()));
            }
        });
    }

    private synchronized boolean isFirst(String id, MonoSink<Document> sink) {
        boolean first = waiting.isEmpty();
        waiting.computeIfAbsent(id, key -> new ArrayList<>(1)).add(sink);
        return first;
    }

    private synchronized Map<String, List<MonoSink<Document>>> taken() {
        Map<String, List<MonoSink<Document>>> taken = waiting;
        waiting = new LinkedHashMap<>();
        return taken;
    }

    private void look(Map<String, List<MonoSink<Document>>> askers) {
        Flux.defer(() -> collection.find(Filters.in("_id", askers.keySet())))
                .collectMap(document -> document.getString("_id"))
                .subscribe(
                        found -> askers.forEach((id, sinks) -> sinks.forEach(sink -> sink.success(found.get(id)))),
                        e -> fail(askers, e));
    }

    private static void fail(Map<String, List<MonoSink<Document>>> askers, Throwable e) {
        askers.values().forEach(sinks -> sinks.forEach(sink -> sink.error(e)));
    }
}
