package org.holdfast.chassis.stream;

import java.time.Instant;
import java.util.Map;

/**
 * A record that could not be handled; kept as it came, for a person to look at and to redrive.
 *
 * @param id unique in this service, the same however often the record is buried
 * @param topic where it came from
 * @param urgent whether emergencies travel there
 * @param headers its headers
 * @param payload its bytes
 * @param reason why it was buried: a code or the name of a failure, no text of it
 * @param buriedAt when (UTC)
 */
public record DeadLetter(
        String id,
        String topic,
        boolean urgent,
        Map<String, Object> headers,
        byte[] payload,
        String reason,
        Instant buriedAt) {}
