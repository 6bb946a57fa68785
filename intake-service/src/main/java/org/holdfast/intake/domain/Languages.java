package org.holdfast.intake.domain;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages a person can ask for: tags of known languages, scripts and regions, so that no name passes for one. */
final class Languages {

    private static final Pattern TAG =
            Pattern.compile("([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-(?:([A-Za-z]{2})|[0-9]{3}))?");

    /** Without a code of two letters: languages and sign languages that people ask helplines for. */
    private static final Set<String> THREE_LETTERS = Set.of(
            "ase", "bfi", "ceb", "chr", "cmn", "fil", "fsl", "gsg", "haw", "hmn", "kmr", "mam", "mfs", "prs", "quc",
            "ssp", "yue");

    private static final Set<String> SCRIPTS_OF_SEVERAL = Set.of("hans", "hant", "jpan", "kore");

    private static final Set<String> KNOWN = known();

    private Languages() {}

    static boolean known(String tag) {
        Matcher parts = TAG.matcher(tag);
        return parts.matches()
                && KNOWN.contains(parts.group(1).toLowerCase(Locale.ROOT))
                && (parts.group(2) == null || script(parts.group(2)))
                && (parts.group(3) == null || region(parts.group(3)));
    }

    private static boolean script(String code) {
        if (SCRIPTS_OF_SEVERAL.contains(code.toLowerCase(Locale.ROOT))) {
            return true;
        }
        try {
            Character.UnicodeScript.forName(code);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean region(String code) {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code.toUpperCase(Locale.ROOT));
    }

    private static Set<String> known() {
        Set<String> codes = new HashSet<>(THREE_LETTERS);
        Arrays.stream(Locale.getISOLanguages()).forEach(code -> {
            codes.add(code);
            codes.add(Locale.of(code).getISO3Language());
        });
        return Set.copyOf(codes);
    }
}
