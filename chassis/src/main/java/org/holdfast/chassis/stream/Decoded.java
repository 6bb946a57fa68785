package org.holdfast.chassis.stream;

/** What a record on a topic turned out to be. */
sealed interface Decoded {

    /** A message that these contracts know. */
    record Known(Heard<?> heard) implements Decoded {}

    /** A kind of message that came after these contracts: passed over. */
    record Newer(String type) implements Decoded {}

    /** Nothing that can be read: for a person to look at. */
    record Poison(String reason) implements Decoded {}
}
