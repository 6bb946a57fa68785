package org.holdfast.chassis.journal;

/** Says a message to the other services; the port that the bus implements. */
@FunctionalInterface
public interface Teller {

    /**
     * Returns once the broker has the message for good.
     *
     * @throws RuntimeException when it does not: the relay tries again for as long as it takes
     */
    void tell(Untold message);
}
