package org.holdfast.chassis.journal;

/**
 * What a decision tells the other services.
 *
 * @param lane which of the relay's queues takes it
 * @param topic the topic's name
 * @param type the CloudEvents type
 * @param key the record key
 * @param message a record of the contracts; written as JSON with the decision
 */
public record Tell(Lane lane, String topic, String type, String key, Object message) {}
