package org.holdfast.referral.domain.matching;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody is there now; a no ranks lower, it never excludes.
 *
 * @param zone the zone of the directory's opening hours
 */
record HoursCriterion(ZoneId zone) implements Criterion {

    private static final String SCHEDULES = "service.schedules, location.schedules";
    private static final List<String> ROUND_THE_CLOCK =
            List.of("24/7", "24-hour", "24 hour", "24 hours", "24-hours", "24hrs", "24 hrs");

    @Override
    public String name() {
        return "hours";
    }

    @Override
    public boolean excludes() {
        return false;
    }

    @Override
    public Verdict judge(Wanted wanted, Considered considered) {
        List<Weekly> weekly = considered.weekly();
        if (weekly.stream().anyMatch(Weekly::always)) {
            return Verdict.pass(name(), 0, "open round the clock", SCHEDULES);
        }
        LocalDateTime now = LocalDateTime.ofInstant(wanted.at(), zone);
        if (weekly.stream().anyMatch(schedule -> schedule.openAt(now))) {
            return Verdict.pass(name(), 1, "open now", SCHEDULES);
        }
        if (!weekly.isEmpty() && weekly.size() == considered.schedules()) {
            return Verdict.fail(name(), "closed now", SCHEDULES);
        }
        return considered
                .roundTheClock()
                .map(word -> Verdict.unknown(name(), 0, "description mentions " + word, "service.description"))
                .orElseGet(() -> Verdict.unknown(name(), 1, "not stated", SCHEDULES));
    }

    /** The words of the prose that say so; a person may have to read on. */
    static Optional<String> roundTheClock(String prose) {
        return Words.firstIn(prose, ROUND_THE_CLOCK);
    }
}
