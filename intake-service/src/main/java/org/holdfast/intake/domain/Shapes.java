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
    private static final int MOST_DIGITS = 4;
    private static final Pattern NEED = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern SMALL_INTEGER = Pattern.compile("[0-9]{1,2}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DIGITS = Pattern.compile("\\d{4}");

    private Shapes() {}

    static boolean need(String text) {
        return text.length() <= 40 && NEED.matcher(text).matches() && fewDigits(text);
    }

    /** Whether no name, number or text can be such a value: one of the five answers, 0 to 99, or a day. */
    static boolean plain(String text) {
        return FIVE.contains(text)
                || SMALL_INTEGER.matcher(text).matches()
                || date(text).isPresent();
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
