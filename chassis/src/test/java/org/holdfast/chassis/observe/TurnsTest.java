package org.holdfast.chassis.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.chassis.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who stands in a queue, and who was passed by. */
class TurnsTest {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T22:00:00Z"));
    private final Expectations expectations = new Expectations("assessment", clock);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void answersThatWentPastTheQueueDoNotMakeItMove() {
        expectInTurn("lost");
        for (int i = 0; i < 10; i++) {
            clock.forward(Duration.ofSeconds(1));
            expectations.expect("urgent/" + i, WITHIN, () -> Mono.empty());
            expectations.met("urgent/" + i);
            expectations.tick();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void howeverLongTheQueueNobodyIsLeftBehindByMoreThanAMinute() {
        AtomicInteger lost = new AtomicInteger();
        expectations.expectInTurn("lost", WITHIN, () -> Mono.fromRunnable(lost::incrementAndGet));
        for (int i = 0; i < 400; i++) {
            clock.forward(Duration.ofSeconds(1));
            expectInTurn("queued/" + i);
            expectations.met("queued/" + i / 3);
            expectations.tick();
        }
        assertThat(lost).hasPositiveValue();
        assertThat(asked).hasValue(0);
    }

    @Test
    void theLongerAQueueTheFurtherApartAreThoseWhoHearIt() {
        for (int i = 0; i < 60; i++) {
            clock.forward(Duration.ofSeconds(1));
            expectInTurn("quick/" + i);
            expectInTurn("slow/" + i);
            expectations.met("quick/" + i * 2 / 3);
            expectations.met("slow/" + i / 2);
            expectations.tick();
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsBehindByMoreThanTheQueueIsLongIsAskedFor() {
        AtomicInteger lost = new AtomicInteger();
        for (int i = 0; i < 60; i++) {
            clock.forward(Duration.ofSeconds(1));
            if (i == 10) {
                expectations.expectInTurn("lost", WITHIN, () -> Mono.fromRunnable(lost::incrementAndGet));
            }
            expectInTurn("quick/" + i);
            expectations.met("quick/" + i * 2 / 3);
            expectations.tick();
            if (i < 29) {
                assertThat(lost).as("%d s", i).hasValue(0);
            }
        }
        assertThat(lost).hasPositiveValue();
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatWentPastTheQueueIsPassedByByWhatStoodInIt() {
        expectations.expect("urgent", WITHIN, () -> Mono.fromRunnable(asked::incrementAndGet));
        expectations.queued("urgent");
        for (int i = 0; i < 10; i++) {
            clock.forward(Duration.ofSeconds(1));
            expectInTurn("later/" + i);
            expectations.met("later/" + i);
            expectations.tick();
        }
        assertThat(asked).hasValue(1);
    }

    private void expectInTurn(String subject) {
        expectations.expectInTurn(subject, WITHIN, () -> Mono.fromRunnable(asked::incrementAndGet));
    }
}
