package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * A language that is spoken (HSDS {@code language}), or a note about languages in which no language is named.
 *
 * @param id the id in its source
 * @param name the name, or the source's own words where no language could be read from them
 * @param code the BCP 47 tag, if the source says one or its words name one
 * @param note what the source says beside it, such as {@code limited}
 */
public record Language(
        String id,
        @Nullable String name,
        @Nullable String code,
        @Nullable String note) {}
