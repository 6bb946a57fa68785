package org.holdfast.referral.stream;

import java.util.List;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.stream.MessageTable;
import org.holdfast.chassis.stream.ServiceName;
import org.holdfast.chassis.stream.UrgentLetterTelling;
import org.holdfast.contracts.MessageType;
import org.holdfast.contracts.SafetyNetCalled;
import org.holdfast.contracts.Topic;

/** What referral understands of the bus, and how it calls for help. */
public final class Contracts {

    private Contracts() {}

    /** Every message of the contracts. */
    public static MessageTable table() {
        return type -> MessageType.of(type).map(MessageType::message);
    }

    /** A record that was buried on an urgent lane pages the safety net. */
    public static UrgentLetterTelling safetyNet(ServiceName service) {
        return letter -> {
            SafetyNetCalled call = new SafetyNetCalled(
                    service.value(), letter.topic(), letter.id(), letter.reason(), letter.buriedAt());
            return List.of(new Tell(
                    Lane.URGENT,
                    Topic.SAFETY_NET.title(),
                    MessageType.of(SafetyNetCalled.class).type(),
                    call.key(),
                    call));
        };
    }
}
