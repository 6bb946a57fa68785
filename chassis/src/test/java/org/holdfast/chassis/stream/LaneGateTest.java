package org.holdfast.chassis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.holdfast.chassis.journal.Lane;
import org.junit.jupiter.api.Test;

/** While an urgent record is in hand, routine ones wait, but not for ever. */
class LaneGateTest {

    private final LaneGate gate = new LaneGate();
    private final CountDownLatch routineIn = new CountDownLatch(1);

    private void routineArrives() {
        Thread.ofVirtual().start(() -> {
            gate.enter(Lane.ROUTINE);
            routineIn.countDown();
        });
    }

    @Test
    void routineGoesStraightThroughWhenAllIsCalm() throws InterruptedException {
        routineArrives();
        assertThat(routineIn.await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void routineWaitsWhileTheUrgentRecordIsInHand() throws InterruptedException {
        gate.enter(Lane.URGENT);
        long begun = System.nanoTime();
        routineArrives();
        assertThat(routineIn.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(LaneGate.LONGEST_WAIT_MILLIS);
        gate.leave(Lane.URGENT);
    }

    @Test
    void emergencyAfterEmergencyDoesNotStarveWhatTheDeskWaitsToHear() throws InterruptedException {
        gate.enter(Lane.URGENT);
        CountDownLatch all = new CountDownLatch(20);
        Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 20; i++) {
                gate.enter(Lane.ROUTINE);
                all.countDown();
            }
        });
        assertThat(all.await(4, TimeUnit.SECONDS))
                .as("a second each would be twenty")
                .isTrue();
    }

    @Test
    void nothingIsHeldUpOnceTheUrgentRecordIsDone() {
        gate.enter(Lane.URGENT);
        gate.leave(Lane.URGENT);
        long begun = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            gate.enter(Lane.ROUTINE);
        }
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                .as("a hundred waits would be %s", 100 * LaneGate.LONGEST_WAIT_MILLIS)
                .isLessThan(50 * LaneGate.LONGEST_WAIT_MILLIS);
    }

    @Test
    void anotherUrgentRecordNeverWaits() throws InterruptedException {
        gate.enter(Lane.URGENT);
        CountDownLatch second = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            gate.enter(Lane.URGENT);
            second.countDown();
        });
        assertThat(second.await(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void routineIsNotHeldForEver() throws InterruptedException {
        gate.enter(Lane.URGENT);
        routineArrives();
        assertThat(routineIn.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
