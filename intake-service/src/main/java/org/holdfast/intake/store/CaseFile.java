package org.holdfast.intake.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a case, and how far its erasure has come.
 *
 * @param caseId the case
 * @param contacts the ids of its contacts
 * @param erasedAt when it was erased (UTC), if it was
 * @param reports the services that destroyed their key, each with when (UTC)
 */
public record CaseFile(
        String caseId, List<String> contacts, @Nullable Instant erasedAt, Map<String, Instant> reports) {

    /** The services that hold a key of each case. */
    public static final List<String> SERVICES = List.of("intake", "triage", "referral", "notification");

    public CaseFile {
        contacts = List.copyOf(contacts);
        reports = Map.copyOf(reports);
    }

    static CaseFile of(String caseId) {
        return new CaseFile(caseId, List.of(), null, Map.of());
    }

    CaseFile with(String contactId) {
        if (contacts.contains(contactId)) {
            return this;
        }
        List<String> all = new ArrayList<>(contacts);
        all.add(contactId);
        return new CaseFile(caseId, all, erasedAt, reports);
    }

    CaseFile erased(Instant at) {
        return erasedAt == null ? new CaseFile(caseId, contacts, at, reports) : this;
    }

    CaseFile reported(String service, Instant at) {
        if (reports.containsKey(service)) {
            return this;
        }
        Map<String, Instant> all = new TreeMap<>(reports);
        all.put(service, at);
        return new CaseFile(caseId, contacts, erasedAt, all);
    }

    /** Whether every service said that its key is gone. */
    public boolean done() {
        return reports.keySet().containsAll(SERVICES);
    }
}
