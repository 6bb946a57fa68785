package org.holdfast.notification.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Projection;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps how each alert stands, newer versions only; an open alert has a unique field of its own, so that lists stay small. */
public final class AlertViews implements Projection<AlertState, AlertEvent> {

    private final MongoCollection<Document> alerts;
    private final AlertRuns runs = new AlertRuns(this::put);

    public AlertViews(MongoDatabase database) {
        alerts = database.getCollection("alerts");
    }

    /** Makes the indexes. */
    public Mono<Void> prepare() {
        return Mono.from(alerts.createIndex(Indexes.ascending("at"), new IndexOptions().unique(true)))
                .then(Mono.from(alerts.createIndex(
                        Indexes.ascending("open"),
                        new IndexOptions().unique(true).sparse(true))))
                .then();
    }

    @Override
    public Mono<Void> project(Entry<AlertState> entry, List<AlertEvent> events) {
        AlertView view = AlertView.of(entry);
        return view == null ? Mono.empty() : runs.written(view, isNews(events));
    }

    /** The open alerts in the order of their ids, after the given one. */
    public Flux<AlertView> open(@Nullable String after, int limit) {
        FindPublisher<Document> found = alerts.find(gt("open", after == null ? "" : after))
                .sort(Sorts.ascending("open"))
                .limit(limit);
        return Flux.from(found).map(AlertDocument::view);
    }

    /** Which version of each open alert is stored; their views are not read. */
    public Flux<StoredVersion> versions() {
        return Flux.from(alerts.find(gt("open", "")).projection(Projections.include("version")))
                .map(found -> new StoredVersion(found.getString("_id"), found.getLong("version")));
    }

    /** The alert as it stands, open or not. */
    public Mono<AlertView> get(String alertId) {
        return Mono.from(alerts.find(eq("_id", alertId)).first()).map(AlertDocument::view);
    }

    /** Whether it rings now, or nobody knows. */
    private static boolean isNews(List<AlertEvent> events) {
        return events.isEmpty()
                || events.stream()
                        .anyMatch(
                                event -> event instanceof AlertEvent.Raised || event instanceof AlertEvent.RaisedAgain);
    }

    /** Takes the place of the version before without looking, as nearly always it is there; looks where it is not. */
    private Mono<Void> put(AlertRuns.Run run) {
        return write(run.first() - 1, run.newest()).flatMap(done -> done ? Mono.empty() : look(run.newest()));
    }

    private Mono<Void> look(AlertView view) {
        return Mono.from(alerts.find(eq("_id", view.alertId())).first())
                .map(found -> found.getLong("version"))
                .defaultIfEmpty(0L)
                .flatMap(known -> known >= view.version() ? Mono.just(true) : write(known, view))
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(50, tries -> tries)
                .then();
    }

    private Mono<Boolean> write(long known, AlertView view) {
        if (known == 0) {
            return Mono.from(alerts.insertOne(AlertDocument.of(view)))
                    .hasElement()
                    .onErrorResume(Duplicates::is, e -> Mono.just(false));
        }
        return Mono.from(alerts.replaceOne(eq("at", AlertDocument.at(view.alertId(), known)), AlertDocument.of(view)))
                .map(result -> result.getMatchedCount() == 1);
    }
}
