package org.holdfast.referral.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * A language that is spoken (HSDS {@code language}), or a note about languages in which no language is named.
 *
 * @param id the id in its source
 * @param name the name, or the source's own words where no language could be read from them
 * @param code the BCP 47 tag, if the source says one or its words name one
 * @param note what the source says beside it; begins with {@code limited} where it is not simply spoken
 */
public record Language(
        String id,
        @Nullable String name,
        @Nullable String code,
        @Nullable String note) {

    private static final String OWN = "the directory's own language, not stated for this service";

    /** The language that a directory is written in: its services are given in it unless they say otherwise. */
    public static Language ofTheDirectory(String id, String code) {
        return new Language(id, null, code, OWN);
    }

    /** Whether the source names a language here, rather than the directory being written in it. */
    public boolean named() {
        return code != null && !OWN.equals(note);
    }

    /** Whether the source says that it is spoken only partly, seldom or in writing. */
    public boolean limited() {
        return note != null && note.startsWith("limited");
    }
}
