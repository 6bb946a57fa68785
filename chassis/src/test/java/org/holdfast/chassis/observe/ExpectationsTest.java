package org.holdfast.chassis.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void whatStandsInAQueueIsNotAskedForWhileTheQueueMoves() {
        for (int i = 0; i < 600; i++) {
            expectInTurn("queued/" + i);
        }
        for (int i = 0; i < 60; i++) {
            pass(1);
            for (int done = 0; done < 10; done++) {
                expectations.met("queued/" + (i * 10 + done));
            }
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatCouldNotWaitIsNotAskedForOnceItsAnswerStandsInAQueueThatMoves() {
        int late = 8;
        for (int i = 0; i < 60; i++) {
            clock.forward(Duration.ofSeconds(1));
            for (int one = 0; one < 10; one++) {
                String subject = "urgent/" + (i * 10 + one);
                expectations.expect(subject, WITHIN, () -> Mono.fromRunnable(asked::incrementAndGet));
                expectations.queued(subject);
                expectations.met("urgent/" + ((i - late) * 10 + one));
            }
            expectations.tick();
        }
        assertThat(asked).hasValueLessThanOrEqualTo(late * 5);
    }

    @Test
    void whatTheQueuePassedByIsAskedFor() {
        expectInTurn("lost");
        for (int i = 0; i < 10; i++) {
            clock.forward(Duration.ofSeconds(1));
            expectInTurn("later/" + i);
            expectations.met("later/" + i);
            expectations.tick();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatGoesPastTheQueueSaysNothingOfWhatStandsInIt() {
        for (int i = 0; i < 600; i++) {
            expectInTurn("queued/" + i);
        }
        for (int i = 0; i < 60; i++) {
            clock.forward(Duration.ofSeconds(1));
            expectations.expect("urgent/" + i, WITHIN, () -> Mono.fromRunnable(asked::incrementAndGet));
            expectations.queued("urgent/" + i);
            expectations.met("urgent/" + i);
            for (int done = 0; done < 10; done++) {
                expectations.met("queued/" + (i * 10 + done));
            }
            expectations.tick();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void aQueueThatStandsStillIsAskedForAFewAtATimeAndTheOldestFirst() {
        for (int i = 0; i < 600; i++) {
            expectInTurn("queued/" + i);
        }
        pass(5);
        assertThat(asked).hasValue(5);
        pass(9);
        assertThat(asked).hasValue(5);
    }

    @Test
    void whatWasLostIsAskedForTwiceAsManyAtATimeAsLongAsAnswersCome() {
        List<String> unanswered = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            String subject = "lost/" + i;
            expectations.expectInTurn(subject, WITHIN, () -> Mono.fromRunnable(() -> unanswered.add(subject)));
        }
        clock.forward(WITHIN);
        int rounds = 0;
        for (; !expectations.overdue().isEmpty() && rounds < 600; rounds++) {
            expectations.tick();
            List.copyOf(unanswered).forEach(expectations::met);
            unanswered.clear();
        }
        assertThat(expectations.overdue()).isEmpty();
        assertThat(rounds).isLessThan(10);
    }

    @Test
    void aQueueThatMovesAgainIsLeftAlone() {
        for (int i = 0; i < 600; i++) {
            expectInTurn("queued/" + i);
        }
        pass(5);
        for (int i = 0; i < 600; i++) {
            expectations.met("queued/" + i);
            clock.forward(Duration.ofMillis(100));
            expectations.tick();
        }
        assertThat(asked).hasValue(5);
    }

    @Test
    void thoseThatAreNeverAnsweredDoNotKeepOthersFromTheirTurn() {
        for (int i = 0; i < 5; i++) {
            expectInTurn("never/" + i);
        }
        pass(1);
        AtomicInteger turn = new AtomicInteger();
        expectations.expectInTurn("other", WITHIN, () -> Mono.fromRunnable(turn::incrementAndGet));
        pass(60);
        assertThat(turn).hasPositiveValue();
    }

    @Test
    void whatTurnsUrgentWaitsForNoTurn() {
        for (int i = 0; i < 600; i++) {
            expectInTurn("queued/" + i);
        }
        AtomicInteger urgent = new AtomicInteger();
        expectations.expect("queued/599", WITHIN, () -> Mono.fromRunnable(urgent::incrementAndGet));
        expectations.expectInTurn("queued/599", WITHIN, () -> Mono.fromRunnable(urgent::incrementAndGet));
        pass(5);
        assertThat(urgent).hasValue(1);
    }

    private void expectInTurn(String subject) {
        expectations.expectInTurn(subject, WITHIN, () -> Mono.fromRunnable(asked::incrementAndGet));
    }
}
