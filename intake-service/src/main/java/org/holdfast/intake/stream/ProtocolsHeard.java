package org.holdfast.intake.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.holdfast.chassis.journal.Shapes;
import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.triage.ProtocolPublished;
import org.holdfast.intake.domain.Catalogue;
import org.holdfast.intake.domain.ItemKind;
import org.holdfast.intake.domain.ItemRule;
import org.holdfast.intake.store.Protocols;
import org.holdfast.intake.store.PublishedProtocol;
import reactor.core.publisher.Mono;

/** Hears which items the protocols read, and which of their values are urgent. */
public final class ProtocolsHeard {

    private final Protocols protocols;

    /** Keeps what it hears there. */
    public ProtocolsHeard(Protocols protocols) {
        this.protocols = protocols;
    }

    /** Hears one message of {@code protocols}. */
    public Mono<?> hear(Heard<?> heard) {
        return heard.message() instanceof ProtocolPublished published
                ? protocols.heard(new PublishedProtocol(
                        published.protocol(), published.protocolVersion(), rules(published), published.at()))
                : Mono.empty();
    }

    /** The protocol as it ships with the product, for as long as none was heard. */
    public static Catalogue shipped(Shapes shapes) {
        try (InputStream file = ProtocolPublished.class.getResourceAsStream(ProtocolPublished.SHIPPED)) {
            byte[] json =
                    Objects.requireNonNull(file, ProtocolPublished.SHIPPED).readAllBytes();
            return Catalogue.shipped(rules(shapes.read(ProtocolPublished.class, json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ItemRule> rules(ProtocolPublished published) {
        return published.items().stream()
                .map(item -> new ItemRule(
                        item.item(),
                        ItemKind.named(item.kind()),
                        item.minimum(),
                        item.maximum(),
                        item.choices(),
                        item.urgentValues()))
                .toList();
    }
}
