package org.holdfast.triage.store;

import java.time.Instant;
import org.holdfast.triage.domain.protocol.Code;

/**
 * An urgent fact that must become an alert.
 *
 * @param factId the id of the fact, as it is told
 * @param caseId the case
 * @param contactId the contact
 * @param code A or B
 * @param toldAt when it was told first (UTC)
 */
public record AwaitedAlert(String factId, String caseId, String contactId, Code code, Instant toldAt) {}
