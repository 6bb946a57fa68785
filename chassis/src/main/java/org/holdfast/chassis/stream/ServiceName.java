package org.holdfast.chassis.stream;

/**
 * What this service is called: the source of its messages and the group of its consumers.
 *
 * @param value such as {@code intake}
 */
public record ServiceName(String value) {

    /** The consumer group in which the service hears the topic: one of its own for each. */
    String groupOn(String topic) {
        return value + "-" + topic;
    }
}
