package org.holdfast.intake.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The shapes of what may leave this service: ids, codes, small integers and dates, in which no name, number or text fits. */
final class Shapes {

    /** What may be answered to anything: the question has no answer. */
    static final Set<String> NO_ANSWER = Set.of("UNKNOWN", "NOT_ASKED", "REFUSED");

    static final Set<String> FIVE = Set.of("YES", "NO", "UNKNOWN", "NOT_ASKED", "REFUSED");

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_ITEM = 64;
    private static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");
    private static final Pattern NEED = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern SMALL_INTEGER = Pattern.compile("-?\\d{1,3}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\\d{3}))?");
    private static final Pattern AGENCY = Pattern.compile("[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*");
    private static final Pattern DIGITS = Pattern.compile("\\d{4}");

    private Shapes() {}

    static boolean item(String text) {
        return text.length() <= LONGEST_ITEM && ITEM.matcher(text).matches() && fewDigits(text);
    }

    static boolean need(String text) {
        return text.length() <= 40 && NEED.matcher(text).matches() && fewDigits(text);
    }

    static boolean code(String text) {
        return text.length() <= 40 && CODE.matcher(text).matches() && fewDigits(text);
    }

    static boolean language(String text) {
        return LANGUAGE.matcher(text).matches();
    }

    static boolean agency(String text) {
        return text.length() <= 64 && AGENCY.matcher(text).matches();
    }

    static boolean smallInteger(String text) {
        return SMALL_INTEGER.matcher(text).matches();
    }

    /** The integer, if the text is one of at most nine digits. */
    static Optional<Integer> integer(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** The day, if the text is one of the calendar as {@code yyyy-mm-dd}. */
    static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether an answer told at {@code at} can mean that day: not before 1900, not after tomorrow (UTC). */
    static boolean plausible(LocalDate day, Instant at) {
        LocalDate tomorrow = at.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        return !day.isBefore(EARLIEST) && !day.isAfter(tomorrow);
    }

    private static boolean fewDigits(String text) {
        return !DIGITS.matcher(text).find();
    }
}
