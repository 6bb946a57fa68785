package org.holdfast.notification.stream;

import java.util.List;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.stream.DeadLetter;
import org.holdfast.chassis.stream.UrgentLetterTelling;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.SafetyNetCalled;

/** Tells that this service could not read an urgent message; it hears that itself, like that of any other. */
public final class LetterTold implements UrgentLetterTelling {

    @Override
    public List<Tell> tell(DeadLetter letter) {
        SafetyNetCalled called =
                new SafetyNetCalled("notification", letter.topic(), letter.id(), letter.reason(), letter.buriedAt());
        MessageType type = MessageType.SAFETY_NET_CALLED;
        return List.of(new Tell(Lane.URGENT, type.topic().title(), type.type(), called.key(), called));
    }
}
