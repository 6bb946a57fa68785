package org.holdfast.e2e.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.e2e.controls.Outcome.Kind;
import org.junit.jupiter.api.Test;

/** Only a test that ran and failed of itself proves a control. */
class HappenedTest {

    @Test
    void aFailureProvesAndSaysItsFirstWords() {
        Outcome outcome = of("started\trings\t\nfailed\trings\texpected: A but was: C\n", true);
        assertThat(outcome).isEqualTo(new Outcome(Kind.FAILED, "expected: A but was: C"));
    }

    @Test
    void oneOfSeveralRunsOfATestIsEnough() {
        assertThat(of("started\trings\t\npassed\trings\t\nstarted\trings\t\nfailed\trings\tno\n", true)
                        .kind())
                .isEqualTo(Kind.FAILED);
    }

    @Test
    void aTestThatPassedSurvived() {
        assertThat(of("started\trings\t\npassed\trings\t\n", true).kind()).isEqualTo(Kind.PASSED);
        assertThat(of("started\trings\t\npassed\trings\t\nstarted\tcalls\t\nfailed\tcalls\tno\n", true)
                        .kind())
                .isEqualTo(Kind.PASSED);
    }

    @Test
    void aTestThatHangsHasFailedOnlyIfItBegan() {
        assertThat(of("started\trings\t\n", false)).isEqualTo(new Outcome(Kind.FAILED, Happened.HUNG));
        assertThat(of("", false).kind()).isEqualTo(Kind.SAID_NOTHING);
    }

    @Test
    void brokenCodeASkippedTestAndAClassThatDoesNotBeginProveNothing() {
        assertThat(of("started\trings\t\nbroken\trings\tNoSuchMethodError\n", true)
                        .kind())
                .isEqualTo(Kind.SAID_NOTHING);
        assertThat(of("skipped\trings\tno Chromium\n", true).why()).isEqualTo("was skipped: no Chromium");
        assertThat(of("failed\t-\tno broker\n", true).why()).isEqualTo("never began: no broker");
        assertThat(of("started\trings\t\n", true).why()).isEqualTo("its process ended before it did");
        assertThat(of("", true).why()).isEqualTo("was not found");
    }

    private static Outcome of(String happened, boolean ended) {
        return Happened.read(happened).of("rings", ended);
    }
}
