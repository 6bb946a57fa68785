package org.holdfast.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Guessing gets slower and slower; a person is never kept out for long by somebody else. */
class SignInThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private final SignInThrottle throttle = new SignInThrottle();

    @Test
    void doublesTheWaitAfterThreeTries() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.attempt("ana", "10.0.0.1", NOW)).isZero();
        }
        assertThat(throttle.attempt("ana", "10.0.0.1", NOW)).isEqualTo(Duration.ofSeconds(1));
        Instant then = NOW.plusSeconds(1);
        assertThat(throttle.attempt("ana", "10.0.0.1", then)).isZero();
        assertThat(throttle.attempt("ana", "10.0.0.1", then)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void neverAsksForMoreThanAQuarterOfAnHour() {
        Instant then = NOW;
        for (int i = 0; i < 40; i++) {
            then = then.plus(throttle.attempt("ana", "10.0.0.1", then));
            throttle.attempt("ana", "10.0.0.1", then);
        }
        assertThat(throttle.attempt("ana", "10.0.0.1", then)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void letsAPersonInFromElsewhereWithinAMinuteHoweverManyStrangersTry() {
        Instant then = NOW;
        for (int i = 0; i < 500; i++) {
            then = then.plus(throttle.attempt("ana", "10.0." + i / 200 + "." + i % 200, then));
        }
        assertThat(throttle.attempt("ana", "192.168.1.5", then)).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void slowsDownAnAddressThatTriesManyPeople() {
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.attempt("person" + i, "10.0.0.1", NOW)).isZero();
        }
        assertThat(throttle.attempt("ana", "10.0.0.1", NOW)).isPositive();
        assertThat(throttle.attempt("ana", "10.0.0.2", NOW)).isZero();
    }

    @Test
    void forgetsTheTriesOfWhoGotIn() {
        throttle.attempt("ana", "10.0.0.1", NOW);
        throttle.attempt("ana", "10.0.0.1", NOW);
        throttle.attempt("ana", "10.0.0.1", NOW);
        throttle.succeeded("ana", "10.0.0.1", NOW);
        assertThat(throttle.attempt("ana", "10.0.0.1", NOW)).isZero();
        assertThat(throttle.attempt("ana", "10.0.0.1", NOW)).isZero();
    }

    @Test
    void aFullHouseSigningInFromOneAddressIsNotSlowedDown() {
        for (int i = 0; i < 200; i++) {
            assertThat(throttle.attempt("person" + i, "10.0.0.1", NOW)).isZero();
            throttle.succeeded("person" + i, "10.0.0.1", NOW);
        }
    }
}
