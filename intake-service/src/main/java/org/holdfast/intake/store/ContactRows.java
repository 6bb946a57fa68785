package org.holdfast.intake.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.holdfast.chassis.journal.Shapes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of contacts, newest first. */
public final class ContactRows {

    private final Shelf<ContactRow> shelf;

    /** In the service's own database. */
    public ContactRows(MongoDatabase database, Shapes shapes) {
        shelf = new Shelf<>(database, "contact_rows", shapes, ContactRow.class, row -> false);
    }

    /** Those opened before the one with the key {@code after}, or the newest. */
    public Flux<ContactRow> before(@Nullable String after, int limit) {
        return shelf.below(after, limit).map(Shelved::value);
    }

    Mono<Void> put(ContactRow row) {
        return shelf.update(row.key(), () -> row, before -> before.or(row)).then();
    }

    /** The row of a contact that was opened now. */
    Mono<Void> begin(ContactRow row) {
        return shelf.beginSoon(row.key(), () -> row, before -> before.or(row)).then();
    }
}
