package org.holdfast.notification.domain.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.holdfast.chassis.testkit.Seeds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RotaTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    @DisplayName("R01 daily over the end of summer time, and hourly 24 is the same")
    void handsOffDailyAtTheSameWallClockTime() {
        for (Rota rota : List.of(
                rota(CHICAGO, "2020-10-30T01:30", TurnUnit.DAYS, 1),
                rota(CHICAGO, "2020-10-30T01:30", TurnUnit.HOURS, 24))) {
            assertThat(handOffs(rota, "2020-10-30T01:00-05:00", "2020-11-03T01:00-06:00"))
                    .containsExactly(
                            at("2020-10-29T01:30-05:00"),
                            at("2020-10-30T01:30-05:00"),
                            at("2020-10-31T01:30-05:00"),
                            at("2020-11-01T01:30-05:00"),
                            at("2020-11-02T01:30-06:00"),
                            at("2020-11-03T01:30-06:00"));
        }
    }

    @Test
    @DisplayName("R03 hourly over the start of summer time")
    void movesATimeThatDoesNotExistToTheFirstInstantThatDoes() {
        Rota rota = rota(CHICAGO, "2020-03-06T02:30", TurnUnit.HOURS, 1);
        assertThat(handOffs(rota, "2020-03-08T01:00-06:00", "2020-03-08T04:00-05:00"))
                .containsExactly(
                        at("2020-03-08T00:30-06:00"),
                        at("2020-03-08T01:30-06:00"),
                        at("2020-03-08T03:00-05:00"),
                        at("2020-03-08T03:30-05:00"),
                        at("2020-03-08T04:30-05:00"));
    }

    @Test
    @DisplayName("R05 hourly over the end of summer time")
    void takesTheEarlierOfTwoEqualWallClockTimes() {
        Rota rota = rota(CHICAGO, "2020-07-06T02:30", TurnUnit.HOURS, 1);
        assertThat(handOffs(rota, "2020-11-01T00:00-05:00", "2020-11-01T04:00-06:00"))
                .containsExactly(
                        at("2020-10-31T23:30-05:00"),
                        at("2020-11-01T00:30-05:00"),
                        at("2020-11-01T01:30-05:00"),
                        at("2020-11-01T02:30-06:00"),
                        at("2020-11-01T03:30-06:00"),
                        at("2020-11-01T04:30-06:00"));
    }

    @Test
    @DisplayName("R07 hourly where the clock moves by half an hour")
    void makesOneShiftOfNinetyMinutesOnLordHowe() {
        Rota rota = rota(LORD_HOWE, "2021-04-03T02:30", TurnUnit.HOURS, 1);
        assertThat(handOffs(rota, "2021-04-04T01:00+11:00", "2021-04-04T04:00+10:30"))
                .containsExactly(
                        at("2021-04-04T00:30+11:00"),
                        at("2021-04-04T01:30+11:00"),
                        at("2021-04-04T02:30+10:30"),
                        at("2021-04-04T03:30+10:30"),
                        at("2021-04-04T04:30+10:30"));
    }

    @Test
    @DisplayName("R09 and R11 daily on Lord Howe")
    void handsOffDailyWhereTheClockMovesByHalfAnHour() {
        for (TurnUnit unit : List.of(TurnUnit.DAYS, TurnUnit.HOURS)) {
            Rota autumn = rota(LORD_HOWE, "2021-04-02T02:00", unit, unit == TurnUnit.DAYS ? 1 : 24);
            assertThat(List.of(autumn.handOff(1), autumn.handOff(2)))
                    .containsExactly(at("2021-04-03T02:00+11:00"), at("2021-04-04T02:00+10:30"));
        }
        Rota spring = rota(LORD_HOWE, "2020-10-02T01:30", TurnUnit.DAYS, 1);
        assertThat(List.of(spring.handOff(2), spring.handOff(3)))
                .containsExactly(at("2020-10-04T01:30+10:30"), at("2020-10-05T01:30+11:00"));
    }

    @Test
    @DisplayName("R13 days of 23 and 25 hours")
    void countsDaysOnTheWallClock() {
        assertThat(length(rota(CHICAGO, "2017-03-11T08:00", TurnUnit.DAYS, 1))).isEqualTo(Duration.ofHours(23));
        assertThat(length(rota(CHICAGO, "2017-11-04T08:00", TurnUnit.DAYS, 1))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    @DisplayName("R17 the phase of the start is kept")
    void keepsThePhaseOfItsStart() {
        Shift shift = rota(CHICAGO, "2017-01-01T00:00", TurnUnit.HOURS, 12)
                .onCall(at("2017-01-03T06:00-06:00"))
                .orElseThrow();
        assertThat(shift.end()).isEqualTo(at("2017-01-03T12:00-06:00"));
    }

    @Test
    @DisplayName("R19 before the start, and one nanosecond before a hand-off")
    void countsBackwardsFromAStartInTheFuture() {
        Rota rota = rota(UTC, "2021-06-10T00:00", TurnUnit.DAYS, 1);
        Shift at = rota.onCall(at("2021-06-05T00:00Z")).orElseThrow();
        assertThat(at.start()).isEqualTo(at("2021-06-05T00:00Z"));
        assertThat(at.end()).isEqualTo(at("2021-06-06T00:00Z"));
        Shift before = rota.onCall(at("2021-06-05T00:00Z").minusNanos(1)).orElseThrow();
        assertThat(before.start()).isEqualTo(at("2021-06-04T00:00Z"));
    }

    @Test
    @DisplayName("R21 two people, two hours each")
    void givesTheTurnToTheNextPerson() {
        Instant now = at("2021-06-05T12:00Z");
        LocalDateTime start = LocalDateTime.ofInstant(now.minus(Duration.ofMinutes(230)), UTC);
        Rota rota = new Rota("rota", List.of("u1", "u2"), UTC, start, TurnUnit.HOURS, 2);
        assertThat(rota.onCall(now).orElseThrow().person()).isEqualTo("u2");
        assertThat(rota.onCall(now.plus(Duration.ofMinutes(20))).orElseThrow().person())
                .isEqualTo("u1");
    }

    @Test
    @DisplayName("R29 weekly over the end of summer time")
    void leavesNoGapBetweenWeeks() {
        Rota rota = rota(CHICAGO, "2016-10-23T01:30", TurnUnit.WEEKS, 1);
        Shift first = rota.onCall(at("2016-11-05T12:00-05:00")).orElseThrow();
        Shift second = rota.onCall(first.end()).orElseThrow();
        assertThat(first.end()).isEqualTo(second.start()).isEqualTo(at("2016-11-06T01:30-05:00"));
        Rota monday = rota(CHICAGO, "2016-10-24T11:00", TurnUnit.WEEKS, 1);
        for (int k = 0; k < 60; k++) {
            assertThat(monday.handOff(k).atZone(CHICAGO).toLocalTime()).hasToString("11:00");
        }
    }

    @Test
    void callsNobodyWhenNobodyTakesPart() {
        Rota rota = new Rota("rota", List.of(), UTC, LocalDateTime.parse("2021-06-05T00:00"), TurnUnit.WEEKS, 1);
        assertThat(rota.onCall(at("2021-06-05T00:00Z"))).isEmpty();
    }

    @Test
    void looksAheadWithoutComingRoundToTheSamePerson() {
        Rota rota = new Rota(
                "rota", List.of("ana", "ben"), UTC, LocalDateTime.parse("2021-06-05T00:00"), TurnUnit.WEEKS, 1);
        Instant now = at("2021-06-06T00:00Z");
        assertThat(rota.onCall(now, 0).orElseThrow().person()).isEqualTo("ana");
        assertThat(rota.onCall(now, 1).orElseThrow().person()).isEqualTo("ben");
        assertThat(rota.onCall(now, 2)).isEmpty();
    }

    @Test
    void everyInstantIsInExactlyTheShiftThatHoldsIt() {
        Random random = Seeds.random(RotaTest.class);
        List<ZoneId> zones = Stream.of("America/Chicago", "Australia/Lord_Howe", "Europe/London", "Africa/Casablanca")
                .map(ZoneId::of)
                .toList();
        for (int i = 0; i < 5000; i++) {
            TurnUnit unit = TurnUnit.values()[random.nextInt(3)];
            LocalDateTime start = LocalDateTime.parse("2020-01-01T00:00").plusMinutes(random.nextInt(2_000_000));
            Rota rota = new Rota(
                    "rota",
                    List.of("ana", "ben", "caro"),
                    zones.get(random.nextInt(zones.size())),
                    start,
                    unit,
                    1 + random.nextInt(5));
            Instant now = at("2019-01-01T00:00Z").plusSeconds(random.nextLong(9 * 365 * 86_400L));
            Shift shift = rota.onCall(now).orElseThrow();
            assertThat(shift.start()).isBeforeOrEqualTo(now);
            assertThat(shift.end()).isAfter(now);
            assertThat(rota.onCall(shift.start()).orElseThrow()).isEqualTo(shift);
            assertThat(rota.onCall(shift.end().minusNanos(1)).orElseThrow()).isEqualTo(shift);
            assertThat(rota.onCall(shift.end()).orElseThrow().start()).isEqualTo(shift.end());
        }
    }

    private static Rota rota(ZoneId zone, String start, TurnUnit unit, int every) {
        return new Rota("rota", List.of("ana", "ben"), zone, LocalDateTime.parse(start), unit, every);
    }

    private static Duration length(Rota rota) {
        return Duration.between(rota.handOff(0), rota.handOff(1));
    }

    /** The hand-offs seen by somebody who asks for each shift that touches the window. */
    private static List<Instant> handOffs(Rota rota, String from, String to) {
        List<Instant> seen = new ArrayList<>();
        Shift shift = rota.onCall(at(from)).orElseThrow();
        while (shift.start().isBefore(at(to))) {
            seen.add(shift.start());
            shift = rota.onCall(shift.end()).orElseThrow();
        }
        seen.add(shift.start());
        return seen;
    }

    private static Instant at(String offset) {
        return OffsetDateTime.parse(offset).toInstant();
    }
}
