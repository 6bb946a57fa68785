package org.holdfast.intake.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.intake.domain.Recipients;
import reactor.core.publisher.Mono;

/** The partner agencies that were published; read again every second, because another instance may have heard of newer ones. */
public final class Agencies {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final String REGISTER = "partners";

    private final Shelf<PublishedPartners> shelf;
    private final AtomicReference<Mono<Recipients>> recipients = new AtomicReference<>();

    /** In the service's own database. */
    public Agencies(MongoDatabase database, Shapes shapes) {
        shelf = new Shelf<>(database, REGISTER, shapes, PublishedPartners.class, published -> false);
        recipients.set(reading());
    }

    /** Whom a consent can name. */
    public Mono<Recipients> recipients() {
        return Mono.defer(recipients::get);
    }

    /** Referral published; whether it was newer than what was known. */
    public Mono<Boolean> heard(PublishedPartners published) {
        return shelf.update(
                        REGISTER, () -> published, before -> published.at().isAfter(before.at()) ? published : before)
                .doOnNext(shelved -> recipients.set(reading()))
                .map(Shelved::changed);
    }

    private Mono<Recipients> reading() {
        return shelf.all()
                .next()
                .map(shelved -> Recipients.of(shelved.value().partners()))
                .defaultIfEmpty(Recipients.UNPUBLISHED)
                .cache(known -> FRESH, failed -> Duration.ZERO, () -> Duration.ZERO);
    }
}
