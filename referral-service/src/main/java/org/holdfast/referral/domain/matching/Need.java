package org.holdfast.referral.domain.matching;

import java.util.List;
import java.util.Locale;

/**
 * A need as the desk names it, and by which words of a directory it is met; it comes from a data file.
 *
 * @param code such as {@code mental-health}
 * @param terms names of taxonomy terms that meet it, with every narrower term
 * @param related names of terms that often, but not always, meet it
 * @param words words and phrases that say so in a name or a description
 */
public record Need(String code, List<String> terms, List<String> related, List<String> words) {

    public Need {
        terms = lower(terms);
        related = lower(related);
        words = lower(words);
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }
}
