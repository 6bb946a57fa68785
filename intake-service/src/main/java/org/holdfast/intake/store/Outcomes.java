package org.holdfast.intake.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.intake.domain.Opening;
import org.holdfast.intake.domain.Tally;
import org.holdfast.intake.domain.outcome.Outcome;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of each contact; notices when nobody assesses what was told, and asks again. */
public final class Outcomes {

    private final Shelf<Outcome> shelf;
    private final Shapes shapes;
    private final Silences silences;
    private final Set<String> alarming = ConcurrentHashMap.newKeySet();

    /** In the service's own database. */
    public Outcomes(MongoDatabase database, Shapes shapes, Silences silences) {
        shelf = new Shelf<>(database, "outcomes", shapes, Outcome.class, Outcomes::open);
        this.shapes = shapes;
        this.silences = silences;
    }

    /** The outcome as it is known; version 0 while nothing is. */
    public Mono<Shelved<Outcome>> get(String contactId, String caseId) {
        return shelf.get(contactId)
                .defaultIfEmpty(new Shelved<>(contactId, 0, Outcome.of(contactId, caseId), false, false));
    }

    /** Something was heard of the contact; answers whether the line that it is in the trail was written with it. */
    Mono<Boolean> hear(String contactId, String caseId, UnaryOperator<Outcome> heard, TrailEntry line) {
        return shelf.update(
                        contactId,
                        first(contactId, caseId),
                        heard,
                        new Note(line.key(), shapes.write(TrailEntry.class, line)))
                .doOnNext(this::settle)
                .doOnNext(this::queuesNow)
                .map(Shelved::noted);
    }

    /** The lines of the contact's trail, in no order. */
    Flux<TrailEntry> trail(String contactId) {
        return shelf.notes(contactId).map(json -> shapes.read(TrailEntry.class, json));
    }

    /** Telling an emergency again whose code was heard would only hold up the next one: its assessment stands in a queue. */
    private void queuesNow(Shelved<Outcome> shelved) {
        if (awaited(shelved.value()) && shelved.value().reachedByNow()) {
            silences.assessments().queued(shelved.id());
        }
    }

    /** The contact was told, {@code now} when it was opened: an assessment is expected, unless it was heard already. */
    Mono<Void> told(Opening opening, Tally tally, boolean now) {
        String contactId = opening.contactId();
        UnaryOperator<Outcome> told = outcome -> {
            Outcome after = outcome.told(tally.toldVersion(), tally.toldAt());
            return tally.urgent() ? after.urgently() : after;
        };
        return Mono.defer(() -> {
            expect(contactId, !tally.urgent());
            Supplier<Outcome> first = first(contactId, opening.caseId());
            Mono<Shelved<Outcome>> kept =
                    now ? begun(contactId, first, told, tally.urgent()) : shelf.update(contactId, first, told);
            return kept.doOnNext(this::settle)
                    .doOnNext(shelved -> {
                        // news of an older version may have come between, and what it says is not said of this one
                        if (silences.assessments().waiting(contactId)) {
                            expect(contactId, !tally.urgent());
                            queuesNow(shelved);
                        }
                    })
                    .then();
        });
    }

    /** Of an emergency something is heard at once; the others can be written together. */
    private Mono<Shelved<Outcome>> begun(
            String contactId, Supplier<Outcome> first, UnaryOperator<Outcome> told, boolean urgent) {
        return urgent ? shelf.begin(contactId, first, told) : shelf.beginSoon(contactId, first, told);
    }

    Mono<Void> erased(String contactId, String caseId) {
        return shelf.update(contactId, first(contactId, caseId), Outcome::erased)
                .doOnNext(this::settle)
                .then();
    }

    /** Expects again what was not heard before a restart; answers how many contacts. */
    public Mono<Long> recover() {
        return shelf.open()
                .doOnNext(this::settle)
                .filter(shelved -> awaited(shelved.value()))
                .doOnNext(shelved -> expect(shelved.id(), shelved.value().told().canQueue()))
                .count();
    }

    /** How many contacts have an alarming code that became no alert within that time: the desk is told to phone. */
    public Mono<Long> unconfirmed(Instant now, Duration within) {
        return Flux.fromIterable(List.copyOf(alarming))
                .concatMap(shelf::get)
                .doOnNext(this::settle)
                .filter(shelved -> shelved.value().unconfirmed(now, within).isPresent())
                .count();
    }

    private void expect(String contactId, boolean canQueue) {
        Supplier<Mono<?>> retell = () -> shelf.get(contactId)
                .doOnNext(this::settle)
                .filter(shelved -> awaited(shelved.value()))
                .flatMap(shelved -> silences.retelling().retell(contactId));
        if (canQueue) {
            silences.assessments().expectInTurn(contactId, silences.assessedWithin(), retell);
        } else {
            silences.assessments().expect(contactId, silences.assessedWithin(), retell);
        }
    }

    private void settle(Shelved<Outcome> shelved) {
        if (shelved.value().awaitingAlert()) {
            alarming.add(shelved.id());
        } else {
            alarming.remove(shelved.id());
        }
        if (!awaited(shelved.value())) {
            silences.assessments().met(shelved.id());
        }
    }

    private static boolean open(Outcome outcome) {
        return awaited(outcome) || outcome.awaitingAlert();
    }

    private static boolean awaited(Outcome outcome) {
        return !outcome.subject().erased() && outcome.told().version() > 0 && !outcome.assessed();
    }

    private static Supplier<Outcome> first(String contactId, String caseId) {
        return () -> Outcome.of(contactId, caseId);
    }
}
