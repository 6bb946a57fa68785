package org.holdfast.intake.domain;

import java.time.Instant;

/**
 * What is settled when a contact is opened and never changes.
 *
 * @param contactId the contact
 * @param caseId the case, kept for as long as the contact is
 * @param channel how the person reached the helpline
 * @param relation whether the caller is the person at risk
 * @param openedAt when (UTC)
 */
public record Opening(String contactId, String caseId, Channel channel, Relation relation, Instant openedAt) {}
