package org.holdfast.contracts.referral;

import java.time.Instant;
import java.util.List;

/**
 * The partner agencies that take referrals: a consent can name one of these and nobody else.
 *
 * @param register the id of the register; the newest takes the place of the one before
 * @param partners the id of each partner agency
 * @param at when it happened (UTC)
 */
public record PartnersPublished(String register, List<String> partners, Instant at) implements ReferralMessage {
    public PartnersPublished {
        partners = List.copyOf(partners);
    }

    @Override
    public String key() {
        return register;
    }
}
