package org.holdfast.referral.store;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A need for which the directory had nothing; it names no contact.
 *
 * @param referralId the referral that found nobody
 * @param need the code of the need
 * @param area the area code, if known
 * @param language the BCP 47 tag, if known
 * @param excluded how many services each criterion ruled out
 * @param at when (UTC)
 */
public record UnmetNeed(
        String referralId,
        String need,
        @Nullable String area,
        @Nullable String language,
        Map<String, Integer> excluded,
        Instant at) {

    public UnmetNeed {
        excluded = Map.copyOf(excluded);
    }
}
