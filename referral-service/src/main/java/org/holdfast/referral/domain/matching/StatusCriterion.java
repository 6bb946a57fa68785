package org.holdfast.referral.domain.matching;

import java.util.Locale;

/** A service that is closed helps nobody. */
record StatusCriterion() implements Criterion {

    private static final String SOURCE = "service.status";

    @Override
    public String name() {
        return "status";
    }

    @Override
    public boolean excludes() {
        return true;
    }

    @Override
    public Verdict judge(Wanted wanted, Considered considered) {
        String status = considered.service().status();
        if (status == null || status.isBlank()) {
            return Verdict.unknown(name(), 0, "not stated", SOURCE);
        }
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "active" -> Verdict.pass(name(), 0, status, SOURCE);
            case "inactive", "defunct", "temporarily closed" -> Verdict.fail(name(), status, SOURCE);
            default -> Verdict.unknown(name(), 0, status, SOURCE);
        };
    }
}
