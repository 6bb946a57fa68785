package org.holdfast.triage.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.contracts.triage.ItemDefinition;
import org.holdfast.contracts.triage.ProtocolPublished;
import org.holdfast.triage.domain.protocol.Item;
import org.holdfast.triage.domain.protocol.Protocol;
import org.holdfast.triage.domain.protocol.UrgentValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Tells at each start which protocol is in force, and which answers can reach code A or B. */
public final class ProtocolTold {

    private static final Logger LOG = LoggerFactory.getLogger(ProtocolTold.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Protocol protocol;
    private final Journals journals;
    private final Clock clock;

    /** For the protocol in force. */
    public ProtocolTold(Protocol protocol, Journals journals, Clock clock) {
        this.protocol = protocol;
        this.journals = journals;
        this.clock = clock;
    }

    /** Completes when the broker has it, however long that takes. */
    public Mono<Void> tell() {
        return Mono.defer(() -> journals.tellOnce(
                        "protocol/" + protocol.name().id() + "/"
                                + clock.instant().toEpochMilli(),
                        List.of(Messages.tell(published(protocol, clock.instant())))))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_WAIT)
                        .maxBackoff(LONGEST_WAIT)
                        .doBeforeRetry(signal -> LOG.warn(
                                "The protocol could not be told yet: {}",
                                signal.failure().getClass().getSimpleName())));
    }

    static ProtocolPublished published(Protocol protocol, Instant at) {
        Map<String, List<String>> urgent = UrgentValues.of(protocol);
        List<ItemDefinition> items = protocol.items().values().stream()
                .sorted(Comparator.comparing(Item::id))
                .map(item -> definition(item, urgent.getOrDefault(item.id(), List.of())))
                .toList();
        return new ProtocolPublished(protocol.name().id(), protocol.name().version(), items, at);
    }

    private static ItemDefinition definition(Item item, List<String> urgent) {
        boolean integer = item.kind() == Item.Kind.INTEGER;
        return new ItemDefinition(
                item.id(),
                item.kind().name(),
                integer ? item.minimum() : null,
                integer ? item.maximum() : null,
                item.choices().keySet().stream().sorted().toList(),
                urgent);
    }
}
