package org.holdfast.referral.domain.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number to call (HSDS {@code phone}), kept as the source wrote it even where it is malformed.
 *
 * @param id the id in its source
 * @param number as written
 * @param extension as written
 * @param type {@code voice}, {@code fax}, {@code text}, ..
 * @param description what it is for
 * @param languages the languages spoken on it
 */
public record Phone(
        String id,
        String number,
        @Nullable String extension,
        @Nullable String type,
        @Nullable String description,
        List<Language> languages) {

    public Phone {
        languages = Lists.orEmpty(languages);
    }
}
