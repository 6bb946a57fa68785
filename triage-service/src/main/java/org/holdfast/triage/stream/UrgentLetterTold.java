package org.holdfast.triage.stream;

import java.util.List;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.stream.DeadLetter;
import org.holdfast.chassis.stream.UrgentLetterTelling;
import org.holdfast.contracts.triage.UrgentCodeReached;

/** A contact that cannot be read on the urgent lane may be a cry for help: it rings as code A until a person has looked. */
public final class UrgentLetterTold implements UrgentLetterTelling {

    private static final String RULE = "DEAD_LETTER";

    @Override
    public List<Tell> tell(DeadLetter letter) {
        String id = "dead-letter-" + letter.id();
        return List.of(Messages.tell(
                new UrgentCodeReached(id + ".A", id, id, 0, 0, "A", letter.buriedAt(), letter.buriedAt(), RULE, "")));
    }
}
