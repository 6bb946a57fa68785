package org.holdfast.intake.store;

import java.time.Instant;
import java.util.List;

/**
 * The partner agencies as referral published them.
 *
 * @param partners their ids
 * @param at when (UTC)
 */
public record PublishedPartners(List<String> partners, Instant at) {
    public PublishedPartners {
        partners = List.copyOf(partners);
    }
}
