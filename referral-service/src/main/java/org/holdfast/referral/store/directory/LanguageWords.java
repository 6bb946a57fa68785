package org.holdfast.referral.store.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.holdfast.referral.domain.directory.Language;
import tools.jackson.core.type.TypeReference;

/** Reads languages out of a sentence such as "Spanish and ASL. Language Line."; the words it knows are a data file. */
final class LanguageWords {

    private static final Set<String> JOINERS = Set.of("and", "speaking", "language", "languages");

    /**
     * What was read.
     *
     * @param spoken the languages named
     * @param others the sentences that name none, such as {@code Language Line.}
     */
    record Reading(List<Language> spoken, String others) {}

    private final Map<String, String> codes;

    private LanguageWords(Map<String, String> codes) {
        this.codes = codes;
    }

    static LanguageWords shipped() throws IOException {
        try (InputStream in = Folder.shipped("directory").open("language-words.json")) {
            return new LanguageWords(Json.HSDS.readValue(in, new TypeReference<LinkedHashMap<String, String>>() {}));
        }
    }

    Reading read(String id, String text) {
        List<Language> spoken = new ArrayList<>();
        List<String> others = new ArrayList<>();
        String whole = text.replace("A.S.L.", "ASL").replaceAll("\\s+", " ");
        for (String sentence : whole.split("(?<=[.;])\\s*")) {
            if (sentence.isBlank()) {
                continue;
            }
            Map<String, String> found = found(sentence);
            if (found.isEmpty()) {
                others.add(sentence.strip());
            }
            boolean plain = rest(sentence, found).isEmpty();
            new TreeSet<>(found.values())
                    .forEach(code -> spoken.add(new Language(
                            id + "/" + code, null, code, plain ? null : "limited, as stated: " + sentence.strip())));
        }
        return new Reading(List.copyOf(spoken), String.join(" ", others));
    }

    /** The known words that stand in the sentence, one for each language. */
    private Map<String, String> found(String sentence) {
        String words = words(sentence);
        return codes.entrySet().stream()
                .filter(known -> words.contains(" " + known.getKey() + " "))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** What the sentence says beside naming languages; anything at all makes them limited. */
    private static List<String> rest(String sentence, Map<String, String> found) {
        String words = words(sentence);
        for (String known : found.keySet()) {
            words = words.replace(" " + known + " ", " ");
        }
        return List.of(words.strip().split(" ")).stream()
                .filter(word -> !word.isEmpty() && !JOINERS.contains(word))
                .toList();
    }

    private static String words(String sentence) {
        return " "
                + sentence.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}]+", " ")
                        .strip() + " ";
    }
}
