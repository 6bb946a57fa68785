package org.holdfast.intake.stream;

import org.holdfast.chassis.stream.Heard;
import org.holdfast.contracts.triage.ProtocolPublished;
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
                        published.protocol(),
                        published.protocolVersion(),
                        published.items().stream()
                                .map(item -> new ItemRule(
                                        item.item(),
                                        ItemKind.named(item.kind()),
                                        item.minimum(),
                                        item.maximum(),
                                        item.choices(),
                                        item.urgentValues()))
                                .toList(),
                        published.at()))
                : Mono.empty();
    }
}
