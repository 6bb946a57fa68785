package org.holdfast.chassis.journal;

/** Which way a message travels: an emergency never queues behind routine work. */
public enum Lane {
    URGENT,
    ROUTINE
}
