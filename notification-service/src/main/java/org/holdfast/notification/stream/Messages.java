package org.holdfast.notification.stream;

import org.holdfast.chassis.stream.MessageTable;
import org.holdfast.contracts.MessageType;

/** The messages that notification can read. */
public final class Messages {

    /** Every type of the contracts. */
    public static final MessageTable TABLE = type -> MessageType.of(type).map(MessageType::message);

    private Messages() {}
}
