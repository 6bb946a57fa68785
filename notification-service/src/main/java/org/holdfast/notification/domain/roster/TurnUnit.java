package org.holdfast.notification.domain.roster;

import java.time.temporal.ChronoUnit;

/** In what a turn is counted; always wall-clock time, so that a day may have 23 or 25 hours. */
public enum TurnUnit {
    HOURS(ChronoUnit.HOURS),
    DAYS(ChronoUnit.DAYS),
    WEEKS(ChronoUnit.WEEKS);

    private final ChronoUnit unit;

    TurnUnit(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit unit() {
        return unit;
    }
}
