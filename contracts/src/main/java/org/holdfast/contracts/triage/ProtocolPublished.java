package org.holdfast.contracts.triage;

import java.time.Instant;
import java.util.List;

/**
 * A protocol came into force: its items, and which of their values can reach code A or B.
 *
 * @param protocol the id of the protocol
 * @param protocolVersion its version
 * @param items every item that the protocol reads
 * @param at when it happened (UTC)
 */
public record ProtocolPublished(String protocol, String protocolVersion, List<ItemDefinition> items, Instant at)
        implements TriageMessage {

    /** The resource that holds this message for the protocol that ships with the product, for who has heard none yet. */
    public static final String SHIPPED = "/shipped/protocol.json";

    public ProtocolPublished {
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return protocol;
    }
}
