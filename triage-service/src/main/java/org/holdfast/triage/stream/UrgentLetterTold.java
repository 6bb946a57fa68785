package org.holdfast.triage.stream;

import java.util.List;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.stream.DeadLetter;
import org.holdfast.chassis.stream.UrgentLetterTelling;
import org.holdfast.contracts.SafetyNetCalled;

/** A contact that cannot be read on an urgent lane may be a cry for help: the safety net is paged until a person has looked. */
public final class UrgentLetterTold implements UrgentLetterTelling {

    @Override
    public List<Tell> tell(DeadLetter letter) {
        return List.of(Messages.tell(
                new SafetyNetCalled("triage", letter.topic(), letter.id(), letter.reason(), letter.buriedAt())));
    }
}
