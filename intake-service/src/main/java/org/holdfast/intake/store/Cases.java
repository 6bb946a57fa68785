package org.holdfast.intake.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import org.holdfast.chassis.journal.Shapes;
import reactor.core.publisher.Mono;

/** Which contacts a case has, and which services erased it. */
public final class Cases {

    private final Shelf<CaseFile> shelf;

    /** In the service's own database. */
    public Cases(MongoDatabase database, Shapes shapes) {
        shelf = new Shelf<>(database, "cases", shapes, CaseFile.class, file -> false);
    }

    /** The case, or empty. */
    public Mono<CaseFile> get(String caseId) {
        return shelf.get(caseId).map(Shelved::value);
    }

    /** The contact belongs to the case. */
    public Mono<CaseFile> add(String caseId, String contactId) {
        return shelf.update(caseId, () -> CaseFile.of(caseId), file -> file.with(contactId))
                .map(Shelved::value);
    }

    /** The case was erased, and this service's own key is gone. */
    public Mono<CaseFile> erased(String caseId, Instant at) {
        return shelf.update(
                        caseId,
                        () -> CaseFile.of(caseId),
                        file -> file.erased(at).reported("intake", at))
                .map(Shelved::value);
    }

    /** A service destroyed its key. */
    public Mono<CaseFile> reported(String caseId, String service, Instant at) {
        return shelf.update(caseId, () -> CaseFile.of(caseId), file -> file.reported(service, at))
                .map(Shelved::value);
    }
}
