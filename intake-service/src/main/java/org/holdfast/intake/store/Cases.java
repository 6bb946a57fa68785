package org.holdfast.intake.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.holdfast.chassis.journal.Shapes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which contacts a case has, and which services erased it; notices when one does not, and asks again. */
public final class Cases {

    private static final Duration ERASED_WITHIN = Duration.ofSeconds(30);

    private final Shelf<CaseFile> shelf;
    private final Silences silences;

    /** In the service's own database. */
    public Cases(MongoDatabase database, Shapes shapes, Silences silences) {
        shelf = new Shelf<>(database, "cases", shapes, CaseFile.class, Cases::awaited);
        this.silences = silences;
    }

    /** The case, or empty. */
    public Mono<CaseFile> get(String caseId) {
        return shelf.get(caseId).map(Shelved::value);
    }

    /** The contact that was opened now belongs to the case, which most likely begins with it. */
    Mono<CaseFile> begin(String caseId, String contactId) {
        return shelf.beginSoon(caseId, () -> CaseFile.of(caseId), file -> file.with(contactId))
                .map(Shelved::value)
                .doOnNext(this::settle);
    }

    /** The contact belongs to the case. */
    public Mono<CaseFile> add(String caseId, String contactId) {
        return change(caseId, file -> file.with(contactId));
    }

    /** The case was erased, and this service's own key is gone: the others are expected to follow. */
    public Mono<CaseFile> erased(String caseId, Instant at) {
        return Mono.defer(() -> {
            expect(caseId);
            return change(caseId, file -> file.erased(at).reported("intake", at));
        });
    }

    /** A service destroyed its key. */
    public Mono<CaseFile> reported(String caseId, String service, Instant at) {
        return change(caseId, file -> file.reported(service, at));
    }

    /** Expects again what was not heard before a restart; answers how many cases. */
    public Mono<Long> recover() {
        return shelf.open()
                .filter(shelved -> awaited(shelved.value()))
                .doOnNext(shelved -> expect(shelved.id()))
                .count();
    }

    private Mono<CaseFile> change(String caseId, UnaryOperator<CaseFile> change) {
        return shelf.update(caseId, () -> CaseFile.of(caseId), change)
                .map(Shelved::value)
                .doOnNext(this::settle);
    }

    private void expect(String caseId) {
        silences.erasures()
                .expect(
                        caseId,
                        ERASED_WITHIN,
                        () -> get(caseId)
                                .doOnNext(this::settle)
                                .filter(Cases::awaited)
                                .flatMapMany(file -> Flux.fromIterable(file.contacts()))
                                .concatMap(silences.retelling()::retell)
                                .then());
    }

    private void settle(CaseFile file) {
        if (!awaited(file)) {
            silences.erasures().met(file.caseId());
        }
    }

    private static boolean awaited(CaseFile file) {
        return file.erasedAt() != null && !file.done();
    }
}
