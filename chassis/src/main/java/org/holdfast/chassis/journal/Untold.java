package org.holdfast.chassis.journal;

import org.jspecify.annotations.Nullable;

/**
 * A message that a decision tells, as it waits in the journal.
 *
 * @param id the CloudEvents id, the same each time this message is told
 * @param type the CloudEvents type
 * @param topic the topic's name
 * @param lane which of the relay's queues takes it
 * @param key the record key
 * @param data the message as JSON
 * @param trace the trace context, if there is one
 * @param retold whether it is told again on demand; a listener that finds nothing new in it retells what followed
 */
public record Untold(
        String id,
        String type,
        String topic,
        Lane lane,
        String key,
        String data,
        @Nullable String trace,
        boolean retold) {}
