package org.holdfast.chassis.stream;

import java.util.List;
import org.holdfast.chassis.journal.Tell;

/** What a service tells when a message of an urgent lane was buried: a person must look. */
@FunctionalInterface
public interface UrgentLetterTelling {

    /** What is told of the letter. */
    List<Tell> tell(DeadLetter letter);
}
