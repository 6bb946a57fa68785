package org.holdfast.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.intake.ContactRecorded;
import org.holdfast.contracts.intake.HeldValue;
import org.holdfast.contracts.intake.ItemValues;

/** Somebody who calls; what intake would tell of the call. */
final class Caller {
    private final RunningTriage triage;
    final String contact = UUID.randomUUID().toString().substring(0, 13);
    final String caseId = "case-" + contact;
    private final Instant opened = Instant.parse("2026-11-22T19:59:00Z");
    private final List<ItemValues> items = new ArrayList<>();
    long version;

    Caller(RunningTriage triage) {
        this.triage = triage;
    }

    String id() {
        return UUID.randomUUID().toString();
    }

    ContactRecorded says(String item, String value) {
        version++;
        items.add(new ItemValues(item, List.of(new HeldValue(value, version, opened.plusSeconds(version)))));
        return recorded("OPEN");
    }

    ContactRecorded hangsUp() {
        version++;
        return recorded("CLOSED");
    }

    private ContactRecorded recorded(String status) {
        return new ContactRecorded(
                contact,
                caseId,
                version,
                "PHONE",
                "SELF",
                "en",
                null,
                List.of(),
                items,
                status,
                null,
                opened,
                opened.plusSeconds(version));
    }

    <M extends BusMessage> List<M> told(Class<M> type) {
        return triage.told(type).stream()
                .filter(message -> message.key().equals(caseId))
                .toList();
    }
}
