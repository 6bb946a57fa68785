package org.holdfast.referral.domain.matching;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Whether the directory's data were confirmed within a year; a no ranks lower, it never excludes. */
record VerifiedCriterion() implements Criterion {

    private static final String SOURCE = "service.assured_date";

    @Override
    public String name() {
        return "verified";
    }

    @Override
    public boolean excludes() {
        return false;
    }

    @Override
    public Verdict judge(Wanted wanted, Considered considered) {
        LocalDate assured = considered.service().assuredDate();
        LocalDate today = LocalDate.ofInstant(wanted.at(), ZoneOffset.UTC);
        if (assured == null || assured.isAfter(today.plusDays(1))) {
            return Verdict.unknown(name(), 0, assured == null ? "not stated" : "a day to come: " + assured, SOURCE);
        }
        return assured.isBefore(today.minusYears(1))
                ? Verdict.fail(name(), "last on " + assured, SOURCE)
                : Verdict.pass(name(), 0, "on " + assured, SOURCE);
    }
}
