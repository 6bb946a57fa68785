package org.holdfast.referral.domain.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds whole words and phrases in the prose of a directory, whatever their case. */
final class Words {

    private Words() {}

    /** The text as {@link #firstIn} wants it; empty when there is none. */
    static String prose(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** The first of the words that stands in the prose as a whole word or phrase; both in lower case. */
    static Optional<String> firstIn(String prose, List<String> words) {
        return words.stream().filter(word -> stands(prose, word)).findFirst();
    }

    private static boolean stands(String prose, String word) {
        for (int at = prose.indexOf(word); at >= 0; at = prose.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean opens = at == 0 || !Character.isLetterOrDigit(prose.charAt(at - 1));
            boolean closes = end == prose.length() || !Character.isLetterOrDigit(prose.charAt(end));
            if (opens && closes) {
                return true;
            }
        }
        return false;
    }
}
