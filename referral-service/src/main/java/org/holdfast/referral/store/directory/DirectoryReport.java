package org.holdfast.referral.store.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.holdfast.referral.domain.directory.Flag;

/**
 * What came of the last import.
 *
 * @param source where the directory is from
 * @param fingerprint the same for the same files
 * @param at when it was read (UTC)
 * @param counts how many records of each kind were read
 * @param missing how many services of earlier imports the source no longer has; they are kept as inactive
 * @param flags everything that cannot be right, kept all the same
 */
public record DirectoryReport(
        String source, String fingerprint, Instant at, Map<String, Integer> counts, int missing, List<Flag> flags) {

    public DirectoryReport {
        counts = Map.copyOf(counts);
        flags = List.copyOf(flags);
    }
}
