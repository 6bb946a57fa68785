package org.holdfast.contracts.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact as intake knows it at one version; it carries everything that a listener needs, so that no earlier message is needed.
 *
 * @param contactId the contact
 * @param caseId the case, given when the contact was opened and kept
 * @param version the version of the stream that told this; newer versions know more
 * @param channel {@code PHONE}, {@code TEXT}, {@code CHAT}, {@code EMAIL} or {@code WALK_IN}; a reader meets others as unrecognised
 * @param relation {@code SELF} or {@code THIRD_PARTY}: whether the caller is the person at risk
 * @param language the BCP 47 tag the person wants to be spoken to in, if known
 * @param place where the person is, coarse, if known
 * @param needs codes of the needs that the person named, such as {@code mental-health}, most important first
 * @param items for each item that was ever answered, every value it ever held
 * @param status {@code OPEN}, {@code CLOSED} or {@code ERASED}
 * @param disposition how the contact ended, once it did
 * @param openedAt when the contact was opened (UTC)
 * @param at when it happened (UTC)
 */
public record ContactRecorded(
        String contactId,
        String caseId,
        long version,
        String channel,
        String relation,
        @Nullable String language,
        @Nullable Place place,
        List<String> needs,
        List<ItemValues> items,
        String status,
        @Nullable String disposition,
        Instant openedAt,
        Instant at)
        implements IntakeMessage {
    public ContactRecorded {
        needs = List.copyOf(needs);
        items = List.copyOf(items);
    }

    @Override
    public String key() {
        return caseId;
    }
}
