package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * Something in a source that cannot be right; the value is kept, but not relied on.
 *
 * @param problem a stable name: {@code malformed-phone}, {@code far-coordinates}, {@code impossible-coordinates}, {@code
 *     no-location}, {@code no-organization}, {@code unknown-term}
 * @param record which record of the source, such as {@code phone/144}
 * @param value what stands there
 */
public record Flag(String problem, String record, @Nullable String value) {

    /** A coordinate that must be read as unknown. */
    public boolean coordinates() {
        return problem.endsWith("-coordinates");
    }
}
