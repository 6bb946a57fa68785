package org.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What the bench is told is understood, or refused with what could have been said. */
class OptionsTest {

    @Test
    void runsEverythingWhenNothingIsNamed() {
        assertThat(Options.of().suites()).isEqualTo(Options.ALL);
    }

    @Test
    void runsWhatIsNamedInSmallWhenAsked() {
        Options options = Options.of("chain", "--quick", "--mongodb=mongodb://127.0.0.1:27017");

        assertThat(options.wants("chain")).isTrue();
        assertThat(options.wants("surge")).isFalse();
        assertThat(options.sizes()).isEqualTo(Sizes.QUICK);
        assertThat(options.mongodb()).isEqualTo("mongodb://127.0.0.1:27017");
    }

    @Test
    void theFullSizesAreThoseThatWereAskedFor() {
        assertThat(Sizes.FULL.pairs() * Sizes.FULL.samples()).isGreaterThanOrEqualTo(1_000);
        assertThat(Sizes.FULL.warmUp()).isGreaterThanOrEqualTo(2_000);
        assertThat(Sizes.FULL.queued()).isEqualTo(10_000);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.of("chains"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chains")
                .hasMessageContaining("throughput");
    }
}
