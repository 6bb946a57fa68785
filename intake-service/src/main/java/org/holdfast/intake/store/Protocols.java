package org.holdfast.intake.store;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.intake.domain.Catalogue;
import reactor.core.publisher.Mono;

/** The protocols that were published; read again every second, because another instance may have heard of a newer one. */
public final class Protocols {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Catalogue shipped;
    private final Shelf<PublishedProtocol> shelf;
    private final AtomicReference<Mono<Catalogue>> catalogue = new AtomicReference<>();

    /** In the service's own database; {@code shipped} counts until the first publication is heard. */
    public Protocols(MongoDatabase database, Shapes shapes, Catalogue shipped) {
        this.shipped = shipped;
        shelf = new Shelf<>(database, "protocols", shapes, PublishedProtocol.class, protocol -> false);
        catalogue.set(reading());
    }

    /** Every item of every protocol. */
    public Mono<Catalogue> catalogue() {
        return Mono.defer(catalogue::get);
    }

    /** Triage published; whether it was newer than what was known. */
    public Mono<Boolean> heard(PublishedProtocol published) {
        return shelf.update(
                        published.protocol(),
                        () -> published,
                        before -> published.at().isAfter(before.at()) ? published : before)
                .doOnNext(shelved -> catalogue.set(reading()))
                .map(Shelved::changed);
    }

    private Mono<Catalogue> reading() {
        return shelf.all()
                .map(Shelved::value)
                .collectList()
                .map(this::together)
                .cache(known -> FRESH, failed -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Catalogue together(List<PublishedProtocol> protocols) {
        return protocols.isEmpty()
                ? shipped
                : Catalogue.of(protocols.stream()
                        .flatMap(protocol -> protocol.items().stream())
                        .toList());
    }
}
