package org.holdfast.triage.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.holdfast.triage.domain.protocol.Said;

/**
 * What intake said about a contact at one version.
 *
 * @param contactId the contact
 * @param caseId its case
 * @param version the version of the contact
 * @param closed whether a person closed it
 * @param openedAt when it was opened (UTC)
 * @param items every value that each item ever held, oldest first
 */
public record ContactFacts(
        String contactId,
        String caseId,
        long version,
        boolean closed,
        Instant openedAt,
        Map<String, List<Said>> items) {
    public ContactFacts {
        items = Map.copyOf(items);
    }
}
