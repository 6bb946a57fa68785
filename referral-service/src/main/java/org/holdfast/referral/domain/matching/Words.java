package org.holdfast.referral.domain.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds whole words and phrases in the prose of a directory, whatever their case. */
final class Words {

    private Words() {}

    /** The first of the words (in lower case) that stands in the text as a whole word or phrase. */
    static Optional<String> firstIn(@Nullable String text, List<String> words) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String prose = text.toLowerCase(Locale.ROOT);
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
