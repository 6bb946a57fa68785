package org.holdfast.referral.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is asked for, and for which contact; the partner sees need, area and language of it, nothing else.
 *
 * @param contactId the contact
 * @param caseId the case
 * @param need the code of the need
 * @param area the area code, if known
 * @param language the BCP 47 tag, if known
 */
public record Asked(
        String contactId,
        String caseId,
        String need,
        @Nullable String area,
        @Nullable String language) {}
