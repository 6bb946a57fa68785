package org.holdfast.intake.stream;

import java.util.List;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.stream.DeadLetter;
import org.holdfast.chassis.stream.MessageTable;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.SafetyNetCalled;

/** What the contracts say about any message. */
public final class Contracts {

    /** Which record a type of message carries. */
    public static final MessageTable TABLE = type -> MessageType.of(type).map(MessageType::message);

    private Contracts() {}

    /** A message of an urgent lane could not be read here: a person must look. */
    public static List<Tell> safetyNetCalled(DeadLetter letter) {
        SafetyNetCalled called =
                new SafetyNetCalled("intake", letter.topic(), letter.id(), letter.reason(), letter.buriedAt());
        MessageType row = MessageType.SAFETY_NET_CALLED;
        return List.of(new Tell(Lane.URGENT, row.topic().title(), row.type(), called.key(), called));
    }
}
