package org.holdfast.triage.stream;

import java.util.Optional;
import org.holdfast.chassis.journal.Lane;
import org.holdfast.chassis.journal.Tell;
import org.holdfast.chassis.stream.MessageTable;
import org.holdfast.contracts.BusMessage;
import org.holdfast.contracts.MessageType;

/** The table of the contracts, as the chassis reads it. */
public final class Messages implements MessageTable {

    @Override
    public Optional<? extends Class<?>> recordOf(String type) {
        return MessageType.of(type).map(MessageType::message);
    }

    /** The message on its own topic, in the lane of that topic. */
    static Tell tell(BusMessage message) {
        MessageType row = MessageType.of(message.getClass());
        Lane lane = row.topic().urgent() ? Lane.URGENT : Lane.ROUTINE;
        return new Tell(lane, row.topic().title(), row.type(), message.key(), message);
    }
}
