package org.holdfast.referral.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How long a partner has, by the urgency of the case (suggested by the survey of referral systems: 30 minutes, 8 hours, 14
 * business days; 211 Orange County allows 14).
 *
 * @param emergent for codes A and B
 * @param urgent for code C and for a contact that is not triaged
 * @param routineBusinessDays Monday to Friday, for the others
 * @param zone the zone in which days are counted
 */
public record RespondWithin(Duration emergent, Duration urgent, int routineBusinessDays, ZoneId zone) {

    /** The last instant at which the partner may answer a referral sent now, never after the consent ends. */
    Instant by(Urgency urgency, Instant now, Instant consentUntil) {
        Instant by = switch (urgency) {
            case EMERGENT -> now.plus(emergent);
            case URGENT -> now.plus(urgent);
            case ROUTINE -> businessDaysAfter(now);
        };
        return by.isAfter(consentUntil) ? consentUntil : by;
    }

    private Instant businessDaysAfter(Instant now) {
        ZonedDateTime day = now.atZone(zone);
        for (int left = routineBusinessDays; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toInstant();
    }
}
