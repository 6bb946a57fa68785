package org.holdfast.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Times on the pages are those of the helpline's zone, and the pages name it. */
class TimesTest {

    private static final Instant SUMMER = Instant.parse("2026-07-01T23:30:15Z");

    @Test
    void aTimeIsToldWhereTheHelplineIs() {
        Words london = new Words(Clock.fixed(SUMMER, ZoneId.of("Europe/London")));
        assertThat(london.clock(SUMMER)).isEqualTo("00:30:15");
        assertThat(london.day(SUMMER)).isEqualTo("2 Jul 00:30");
        assertThat(london.zone()).isEqualTo("Europe/London");
        Words newYork = new Words(Clock.fixed(SUMMER, ZoneId.of("America/New_York")));
        assertThat(newYork.day(SUMMER)).isEqualTo("1 Jul 19:30");
    }

    @Test
    void aMachineWithoutAZoneOfItsOwnSaysUtc() {
        assertThat(new Words(Clock.systemUTC()).zone()).isEqualTo("UTC");
    }
}
