package org.holdfast.referral.http;

import java.time.Instant;
import org.holdfast.referral.store.InboxRow;
import org.jspecify.annotations.Nullable;

/**
 * A referral as its partner agency sees it: nothing in it says who it is for, which contact or case it belongs to, what was
 * answered, or which code triage found; until when it must be answered says how soon help is needed.
 *
 * @param need the code of the need
 * @param area the area code, if known
 * @param language the BCP 47 tag, if known
 * @param respondBy until when it must be answered (UTC)
 */
record PartnerView(
        String referralId,
        long version,
        String status,
        String serviceId,
        String need,
        @Nullable String area,
        @Nullable String language,
        Instant respondBy) {

    static PartnerView of(InboxRow row) {
        return new PartnerView(
                row.referralId(),
                row.version(),
                row.status(),
                row.serviceId(),
                row.need(),
                row.area(),
                row.language(),
                row.respondBy());
    }
}
