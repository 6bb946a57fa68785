package org.holdfast.contracts;

import java.time.Instant;

/**
 * A service could not make sense of an urgent message: a person must look. Told by any service, heard by notification.
 *
 * @param service the service that buried the message
 * @param topic the topic that it came on
 * @param letter the id of the dead letter in that service
 * @param reason a code, such as {@code UNDECODABLE}
 * @param at when it was buried (UTC)
 */
public record SafetyNetCalled(String service, String topic, String letter, String reason, Instant at)
        implements BusMessage {

    @Override
    public String key() {
        return service;
    }
}
