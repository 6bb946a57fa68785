package org.holdfast.chassis.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.chassis.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is expected and not heard is asked for again, ever less often, and health can say so. */
class ExpectationsTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T22:00:00Z"));
    private final Expectations expectations = new Expectations("assessment", clock);
    private final AtomicInteger asked = new AtomicInteger();

    private void expect() {
        expectations.expect("contact/1", WITHIN, () -> Mono.fromRunnable(asked::incrementAndGet));
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.forward(Duration.ofSeconds(1));
            expectations.tick();
        }
    }

    @Test
    void saysNothingBeforeItsTime() {
        expect();
        pass(4);
        assertThat(asked).hasValue(0);
        assertThat(expectations.overdue()).isEmpty();
    }

    @Test
    void asksAfterFiveTenTwentyFortyAndThenEverySixtySeconds() {
        expect();
        pass(5);
        assertThat(asked).hasValue(1);
        pass(10);
        assertThat(asked).hasValue(2);
        pass(20 + 40 + 60 + 60);
        assertThat(asked).hasValue(6);
    }

    @Test
    void staysOverdueBetweenTwoAskings() {
        expect();
        Instant since = clock.instant();
        pass(6);
        assertThat(expectations.overdue()).containsEntry("contact/1", since);
    }

    @Test
    void isCalmOnceItIsHeard() {
        expect();
        pass(6);
        expectations.met("contact/1");
        pass(100);
        assertThat(asked).hasValue(1);
        assertThat(expectations.overdue()).isEmpty();
        assertThat(expectations.waiting("contact/1")).isFalse();
    }

    @Test
    void expectingAgainWhileItIsWaitedForPostponesNothing() {
        expect();
        pass(4);
        expect();
        assertThat(expectations.overdue()).isEmpty();
        pass(1);
        assertThat(asked).hasValue(1);
        for (int i = 0; i < 30; i++) {
            expect();
            pass(1);
        }
        assertThat(asked).hasValue(3);
        assertThat(expectations.overdue()).containsKey("contact/1");
    }

    @Test
    void expectingAgainAfterItWasHeardBeginsAnew() {
        expect();
        pass(4);
        expectations.met("contact/1");
        expect();
        pass(4);
        assertThat(asked).hasValue(0);
        pass(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAskingThatFailsIsTriedAgainNextTime() {
        expectations.expect(
                "contact/1", WITHIN, () -> Mono.error(new IllegalStateException("away " + asked.incrementAndGet())));
        pass(15);
        assertThat(asked).hasValue(2);
    }
}
