package org.holdfast.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Percentiles are exact, whatever the order and however the rounds are cut. */
class LatenciesTest {

    private static final long MILLI = 1_000_000;

    @Test
    void findsTheSmallestValueThatSoManyDoNotExceed() {
        Latencies hundred = Latencies.of(LongStream.rangeClosed(1, 100)
                .map(i -> (101 - i) * MILLI)
                .boxed()
                .toList());

        assertThat(hundred.p50()).isEqualTo(50);
        assertThat(hundred.p99()).isEqualTo(99);
        assertThat(hundred.max()).isEqualTo(100);
    }

    @Test
    void takesRoundsTogetherAsIfTheyWereOne() {
        Latencies slow = Latencies.of(List.of(9 * MILLI, 10 * MILLI));
        Latencies fast = Latencies.of(List.of(MILLI, 2 * MILLI));

        assertThat(Latencies.together(List.of(slow, fast)).count()).isEqualTo(4);
        assertThat(Latencies.together(List.of(slow, fast)).p50()).isEqualTo(2);
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(Latencies.of(List.of()).p99()).isNaN();
    }

    @Test
    void takesTheMiddleOfTheRounds() {
        assertThat(new Spread(List.of(5.0, 1.0, 3.0)).median()).isEqualTo(3);
        assertThat(new Spread(List.of(4.0, 1.0)).median()).isEqualTo(2.5);
    }
}
