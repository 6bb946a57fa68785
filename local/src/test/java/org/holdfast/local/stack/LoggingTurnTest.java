package org.holdfast.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.logging.LoggingApplicationListener;

/** Logging is set up by one service at a time. */
class LoggingTurnTest {

    @Test
    void standsOnBothSidesOfWhatSetsItUp() {
        assertThat(new LoggingTurn(true).getOrder()).isLessThan(LoggingApplicationListener.DEFAULT_ORDER);
        assertThat(new LoggingTurn(false).getOrder()).isGreaterThan(LoggingApplicationListener.DEFAULT_ORDER);
    }

    @Test
    void theNextWaitsUntilTheTurnIsOver() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        LoggingTurn.begin();
        Thread.ofVirtual().start(() -> {
            LoggingTurn.begin();
            second.countDown();
            LoggingTurn.end();
        });
        assertThat(second.await(200, TimeUnit.MILLISECONDS)).isFalse();
        LoggingTurn.end();
        assertThat(second.await(5, TimeUnit.SECONDS)).isTrue();
        LoggingTurn.end();
    }
}
