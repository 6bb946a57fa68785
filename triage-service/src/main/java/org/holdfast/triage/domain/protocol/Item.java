package org.holdfast.triage.domain.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked or observed, and which values it can hold.
 *
 * @param id such as {@code cssrs.q4}
 * @param kind what sort of value it holds, beside {@code UNKNOWN}, {@code NOT_ASKED} and {@code REFUSED}
 * @param minimum the least integer, inclusive
 * @param maximum the greatest integer, inclusive
 * @param choices the codes of a choice, or the codes of recency that stand beside a date
 * @param concern the values that forbid to call the contact settled although no rule fired
 * @param about what is observed, in words; none where the wording belongs to an instrument
 */
public record Item(
        String id,
        Kind kind,
        int minimum,
        int maximum,
        Map<String, Span> choices,
        Set<String> concern,
        @Nullable String about) {

    /** What sort of value an item holds. */
    public enum Kind {
        FIVE,
        INTEGER,
        DATE,
        CHOICE
    }

    private static final Set<String> MISSING = Set.of(Answer.UNKNOWN, Answer.NOT_ASKED, Answer.REFUSED);
    private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,5}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final ZoneOffset YOUNGEST = ZoneOffset.ofHours(-12);
    private static final ZoneOffset OLDEST = ZoneOffset.ofHours(14);
    private static final Answer UNREADABLE = new Answer.Missing(Answer.UNKNOWN, true);

    public Item {
        choices = Map.copyOf(choices);
        concern = Set.copyOf(concern);
    }

    /** Reads a value; whatever cannot be read is unknown and says so, and is never a no. */
    public Answer read(Said said) {
        String value = said.value();
        if (MISSING.contains(value)) {
            return new Answer.Missing(value, false);
        }
        Span span = choices.get(value);
        return switch (kind) {
            case FIVE -> value.equals("YES") || value.equals("NO") ? new Answer.Coded(value, Span.UNDATED) : UNREADABLE;
            case INTEGER -> number(value);
            case CHOICE -> span == null ? UNREADABLE : new Answer.Coded(value, span);
            case DATE -> span == null ? day(said) : new Answer.Coded(value, span);
        };
    }

    /** Whether the value is one that this item can hold. */
    boolean holds(String value) {
        return read(new Said(value, 0, Instant.EPOCH)) != UNREADABLE;
    }

    private Answer number(String value) {
        if (!INTEGER.matcher(value).matches()) {
            return UNREADABLE;
        }
        int number = Integer.parseInt(value);
        return number < minimum || number > maximum ? UNREADABLE : new Answer.Number(number);
    }

    private static Answer day(Said said) {
        if (!DAY.matcher(said.value()).matches()) {
            return UNREADABLE;
        }
        try {
            LocalDate day = LocalDate.parse(said.value());
            boolean possible = !day.isBefore(FIRST_DAY)
                    && !day.isAfter(said.at().atOffset(OLDEST).toLocalDate());
            return possible ? new Answer.Day(day, said.at().atOffset(YOUNGEST).toLocalDate()) : UNREADABLE;
        } catch (DateTimeException _) {
            return UNREADABLE;
        }
    }
}
