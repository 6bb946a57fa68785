package org.holdfast.referral.domain.matching;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.holdfast.referral.domain.directory.Listing;

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
    public Verdict judge(Wanted wanted, Listing listing) {
        List<Weekly> weekly = listing.schedules().stream()
                .map(Weekly::of)
                .flatMap(Optional::stream)
                .toList();
        if (weekly.stream().anyMatch(Weekly::always)) {
            return Verdict.pass(name(), 0, "open round the clock", SCHEDULES);
        }
        LocalDateTime now = LocalDateTime.ofInstant(wanted.at(), zone);
        if (weekly.stream().anyMatch(schedule -> schedule.openAt(now))) {
            return Verdict.pass(name(), 1, "open now", SCHEDULES);
        }
        if (!weekly.isEmpty() && weekly.size() == listing.schedules().size()) {
            return Verdict.fail(name(), "closed now", SCHEDULES);
        }
        return Words.firstIn(listing.service().name() + " " + listing.service().description(), ROUND_THE_CLOCK)
                .map(word -> Verdict.unknown(name(), 0, "description mentions " + word, "service.description"))
                .orElseGet(() -> Verdict.unknown(name(), 1, "not stated", SCHEDULES));
    }
}
