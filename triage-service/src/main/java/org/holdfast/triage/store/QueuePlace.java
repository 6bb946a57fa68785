package org.holdfast.triage.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.holdfast.triage.domain.protocol.Code;

/**
 * Where a contact stands in the work queue: the most urgent first, among equals whoever waits longest.
 *
 * @param code how urgent the response is
 * @param since since when (UTC)
 * @param contactId the contact, so that no two have one place
 */
public record QueuePlace(Code code, Instant since, String contactId) implements Comparable<QueuePlace> {

    private static final String BETWEEN = "/";

    private static final Comparator<QueuePlace> ORDER = Comparator.comparing(QueuePlace::code)
            .thenComparing(QueuePlace::since)
            .thenComparing(QueuePlace::contactId);

    /** Where this entry stands. */
    public static QueuePlace of(QueueEntry entry) {
        return new QueuePlace(entry.code(), entry.since(), entry.contactId());
    }

    /** The place that was written as this key; empty for anything else. */
    public static Optional<QueuePlace> read(String key) {
        String[] parts = key.split(BETWEEN, 3);
        try {
            return parts.length == 3
                    ? Optional.of(new QueuePlace(Code.valueOf(parts[0]), Instant.parse(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    /** As it stands in a cursor. */
    public String key() {
        return code.name() + BETWEEN + since + BETWEEN + contactId;
    }

    /** Whether the entry stands behind this place. */
    boolean isBefore(QueueEntry entry) {
        return compareTo(of(entry)) < 0;
    }

    @Override
    public int compareTo(QueuePlace other) {
        return ORDER.compare(this, other);
    }
}
