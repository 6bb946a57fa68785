package org.holdfast.referral.store.directory;

import java.util.List;
import java.util.Map;
import org.holdfast.referral.domain.directory.Flag;
import org.holdfast.referral.domain.directory.Listing;

/**
 * A directory as it was read.
 *
 * @param source a name for where it is from, which its listings keep
 * @param listings every service of the source
 * @param counts how many records of each kind were read, such as {@code phones}
 * @param flags everything that cannot be right, kept all the same
 */
public record Imported(String source, List<Listing> listings, Map<String, Integer> counts, List<Flag> flags) {

    public Imported {
        listings = List.copyOf(listings);
        counts = Map.copyOf(counts);
        flags = List.copyOf(flags);
    }
}
