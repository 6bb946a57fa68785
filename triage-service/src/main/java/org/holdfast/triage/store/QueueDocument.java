package org.holdfast.triage.store;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.triage.domain.Assessment;
import org.holdfast.triage.domain.Outcome;
import org.holdfast.triage.domain.protocol.Code;
import org.jspecify.annotations.Nullable;

/** How an entry of the work queue is written down; {@code at} names its version, so that only a newer one replaces it. */
final class QueueDocument {

    private QueueDocument() {}

    static Document of(Entry<Assessment> entry, Assessment.Assessed assessed) {
        Outcome outcome = assessed.outcome();
        Instant respondBy = outcome.due().respondBy();
        return new Document("_id", entry.id())
                .append("at", at(entry.id(), entry.version()))
                .append("version", entry.version())
                .append("caseId", assessed.contact().caseId())
                .append("code", outcome.code().name())
                .append("since", Date.from(outcome.due().since()))
                .append("respondBy", respondBy == null ? null : Date.from(respondBy))
                .append("mustAsk", outcome.mustAsk());
    }

    /** What names this version of the entry. */
    static String at(String id, long version) {
        return id + "#" + version;
    }

    static QueueEntry entry(Document document) {
        return new QueueEntry(
                document.getString("_id"),
                document.getString("caseId"),
                Code.valueOf(document.getString("code")),
                document.getDate("since").toInstant(),
                instant(document.getDate("respondBy")),
                document.getList("mustAsk", String.class));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
