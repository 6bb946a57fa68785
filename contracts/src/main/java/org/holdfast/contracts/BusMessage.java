package org.holdfast.contracts;

/** Anything that one service says to the others: codes, integers, dates and ids, never a name, a number to call or free text. */
public interface BusMessage {

    /** The record key on the topic: the case id, except for messages that belong to no case. */
    String key();
}
