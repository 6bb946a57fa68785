package org.holdfast.referral.store;

import java.util.List;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What referral knows of a contact, as intake told it.
 *
 * @param contactId the contact
 * @param caseId its case
 * @param version of the contact
 * @param language the BCP 47 tag, if known
 * @param area the area code of the place, if known
 * @param point the coarse coordinates of the place, if known
 * @param needs codes of needs, most important first
 */
public record HeardContact(
        String contactId,
        String caseId,
        long version,
        @Nullable String language,
        @Nullable String area,
        @Nullable GeoPoint point,
        List<String> needs) {

    public HeardContact {
        needs = List.copyOf(needs);
    }
}
