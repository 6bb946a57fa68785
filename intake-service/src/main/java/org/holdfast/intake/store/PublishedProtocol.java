package org.holdfast.intake.store;

import java.time.Instant;
import java.util.List;
import org.holdfast.intake.domain.ItemRule;

/**
 * A protocol as triage published it.
 *
 * @param protocol its id
 * @param protocolVersion its version
 * @param items what it says about each item
 * @param at when it came into force (UTC)
 */
public record PublishedProtocol(String protocol, String protocolVersion, List<ItemRule> items, Instant at) {
    public PublishedProtocol {
        items = List.copyOf(items);
    }
}
