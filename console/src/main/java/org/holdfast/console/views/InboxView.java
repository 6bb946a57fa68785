package org.holdfast.console.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A referral as the agency sees it: nothing in it says who it is for. */
public record InboxView(
        String referralId,
        long version,
        String status,
        String serviceId,
        String need,
        @Nullable String area,
        @Nullable String language,
        Instant respondBy) {

    /** Whether the agency has not answered yet. */
    public boolean waits() {
        return status.equals("SENT") || status.equals("OPENED");
    }
}
