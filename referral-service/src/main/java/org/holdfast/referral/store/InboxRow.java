package org.holdfast.referral.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One referral as its partner sees it in a list: nothing in it says who it is for.
 *
 * @param referralId the referral
 * @param version of the referral
 * @param status {@code SENT}, {@code OPENED}, {@code ACCEPTED}, {@code COMPLETED}, {@code DECLINED}, {@code EXPIRED} or {@code CANCELLED}
 * @param serviceId the service of the directory that it is for
 * @param need the code of the need
 * @param area the area code, if known
 * @param language the BCP 47 tag, if known
 * @param respondBy until when it must be answered (UTC)
 */
public record InboxRow(
        String referralId,
        long version,
        String status,
        String serviceId,
        String need,
        @Nullable String area,
        @Nullable String language,
        Instant respondBy) {}
