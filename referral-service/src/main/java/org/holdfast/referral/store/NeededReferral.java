package org.holdfast.referral.store;

import java.time.Instant;

/**
 * A contact for which triage asks that it be referred.
 *
 * @param contactId the contact
 * @param caseId its case
 * @param code its triage code
 * @param at since when (UTC)
 */
public record NeededReferral(String contactId, String caseId, String code, Instant at) {}
