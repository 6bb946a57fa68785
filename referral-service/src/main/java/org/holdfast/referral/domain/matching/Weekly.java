package org.holdfast.referral.domain.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.holdfast.referral.domain.directory.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * A weekly schedule in local time.
 *
 * @param days the days on which it opens
 * @param opens when it opens
 * @param minutes how long it stays open, past midnight if need be
 * @param from the first day
 * @param to the last day
 */
public record Weekly(Set<DayOfWeek> days, LocalTime opens, int minutes, LocalDate from, LocalDate to) {

    private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    private static final int DAY = 24 * 60;

    /** Reads an HSDS schedule; empty when it is not a weekly one that can be read. */
    static Optional<Weekly> of(Schedule schedule) {
        if (schedule.opensAt() == null || schedule.closesAt() == null || "MONTHLY".equals(schedule.freq())) {
            return Optional.empty();
        }
        try {
            int opens = minuteOfDay(schedule.opensAt());
            int closes = minuteOfDay(schedule.closesAt());
            int length = closes > opens ? closes - opens : DAY - opens + closes;
            Set<DayOfWeek> days = days(schedule.byday());
            return days.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Weekly(
                            days,
                            LocalTime.ofSecondOfDay(opens % DAY * 60L),
                            length,
                            date(schedule.validFrom(), LocalDate.MIN),
                            date(schedule.validTo(), LocalDate.MAX)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether it never closes. */
    boolean always() {
        return days.size() == 7 && minutes >= DAY - 1;
    }

    boolean openAt(LocalDateTime time) {
        return opensOn(time.toLocalDate(), time) || opensOn(time.toLocalDate().minusDays(1), time);
    }

    private boolean opensOn(LocalDate day, LocalDateTime time) {
        LocalDateTime start = day.atTime(opens);
        return days.contains(day.getDayOfWeek())
                && !day.isBefore(from)
                && !day.isAfter(to)
                && !time.isBefore(start)
                && time.isBefore(start.plusMinutes(minutes));
    }

    private static int minuteOfDay(String text) {
        return text.startsWith("24:00") ? DAY : LocalTime.parse(text).toSecondOfDay() / 60;
    }

    private static LocalDate date(@Nullable String text, LocalDate otherwise) {
        return text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
    }

    private static Set<DayOfWeek> days(@Nullable String byday) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        String text = byday == null ? "" : byday.toUpperCase(Locale.ROOT);
        for (int day = 0; day < DAYS.length; day++) {
            if (text.contains(DAYS[day])) {
                days.add(DayOfWeek.of(day + 1));
            }
        }
        return days;
    }
}
