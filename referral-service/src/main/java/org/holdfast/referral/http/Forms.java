package org.holdfast.referral.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** The forms of what an agency gets to see: ids, area codes and languages, so that no free text travels in their place. */
final class Forms {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** As intake takes them: with one, two or three short parts and a digit, in capitals. */
    private static final Pattern AREA =
            Pattern.compile("([A-Z]{1,3}[ -]){0,2}(?=[A-Z]*\\d)[A-Z0-9]+([ -]([A-Z]{2}|(?=[A-Z]*\\d)[A-Z0-9]+))?");

    private static final Pattern NAME_OR_NUMBER = Pattern.compile("[A-Z]{4}|\\d{7}|(\\d[^\\d]*){10}");
    private static final int SHORTEST_AREA = 2;
    private static final int LONGEST_AREA = 12;

    private static final Pattern TAG =
            Pattern.compile("([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-(?:([A-Za-z]{2})|[0-9]{3}))?");

    /** Languages of callers and directories that Java does not list: sign languages, Hmong, and such; all that intake takes. */
    private static final Set<String> ALSO = Set.of(
            "ase", "bfi", "ceb", "chr", "cmn", "fil", "fsl", "gsg", "haw", "hmn", "kmr", "lkt", "mam", "mfs", "mix",
            "prs", "quc", "ssp", "yue");

    private static final Set<String> LANGUAGES = Stream.of(
                    Arrays.stream(Locale.getISOLanguages()),
                    Arrays.stream(Locale.getISOLanguages())
                            .map(code -> Locale.of(code).getISO3Language()),
                    Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage),
                    ALSO.stream())
            .flatMap(codes -> codes)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Forms() {}

    static void id(String value, String pointer) {
        check(ID.matcher(value).matches(), pointer);
    }

    /** A postal or administrative code of two to twelve capitals, digits, spaces and hyphens; never a name or a number to call. */
    static void area(@Nullable String value, String pointer) {
        if (value != null && !isArea(value)) {
            throw Problem.invalid(
                    "invalid-value",
                    "An area is a postal or administrative code of 2 to 12 capitals, digits, spaces and hyphens, with a digit.",
                    pointer);
        }
    }

    private static boolean isArea(String code) {
        return code.length() >= SHORTEST_AREA
                && code.length() <= LONGEST_AREA
                && AREA.matcher(code).matches()
                && !NAME_OR_NUMBER.matcher(code).find();
    }

    /** A BCP 47 tag of a language of ISO 639, with at most a script and a region that exist. */
    static void language(@Nullable String value, String pointer) {
        check(value == null || isLanguage(value), pointer);
    }

    private static boolean isLanguage(String tag) {
        Matcher parts = TAG.matcher(tag);
        return parts.matches()
                && LANGUAGES.contains(parts.group(1).toLowerCase(Locale.ROOT))
                && (parts.group(2) == null || isScript(parts.group(2)))
                && (parts.group(3) == null || COUNTRIES.contains(parts.group(3).toUpperCase(Locale.ROOT)));
    }

    private static boolean isScript(String code) {
        // of ISO 15924, and for Unicode a part or several of its scripts
        if (Set.of("hans", "hant", "jpan", "kore").contains(code.toLowerCase(Locale.ROOT))) {
            return true;
        }
        try {
            Character.UnicodeScript.forName(code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static void check(boolean right, String pointer) {
        if (!right) {
            throw Problem.invalid("invalid-value", "This does not have the form that is wanted here.", pointer);
        }
    }
}
