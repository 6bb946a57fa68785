package org.holdfast.triage.stream;

import java.time.Instant;
import java.util.List;
import org.holdfast.chassis.journal.Entry;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.journal.Telling;
import org.holdfast.contracts.triage.TriageKeyDestroyed;
import org.holdfast.triage.domain.Erasure;

/** Tells that triage destroyed its key of an erased case. */
public final class ErasureTold implements Telling<Erasure, Erasure.KeyDestroyed> {

    @Override
    public List<Tell> tell(Entry<Erasure> entry, List<Erasure.KeyDestroyed> events) {
        return events.isEmpty() ? List.of() : retell(entry);
    }

    @Override
    public List<Tell> retell(Entry<Erasure> entry) {
        Instant at = entry.state().at();
        return at == null
                ? List.of()
                : List.of(Messages.tell(new TriageKeyDestroyed(entry.state().caseId(), at)));
    }
}
