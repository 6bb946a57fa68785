package org.holdfast.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** While something urgent is in hand, routine work waits, but for half of the time at most. */
class LaneGateTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final LaneGate gate = new LaneGate(LaneGate.HELD_MILLIS, LaneGate.OPEN_MILLIS);
    private final LaneGate patient = new LaneGate(60_000, 60_000);

    @Test
    void routineGoesStraightThroughWhenAllIsCalm() {
        assertThat(routine(patient)).succeedsWithin(SOON);
    }

    @Test
    void routineWaitsWhileTheUrgentRecordIsInHand() {
        gate.enter(Lane.URGENT);
        long begun = System.nanoTime();
        gate.enter(Lane.ROUTINE);
        assertThat(millisSince(begun)).isGreaterThanOrEqualTo(LaneGate.HELD_MILLIS);
    }

    @Test
    void whoMustNotHoldUpAThreadWaitsAsLong() {
        gate.enter(Lane.URGENT);
        long begun = System.nanoTime();
        gate.whenCalm().block(SOON);
        assertThat(millisSince(begun)).isGreaterThanOrEqualTo(LaneGate.HELD_MILLIS);
    }

    @Test
    void routineWaitsWhileWhatWasToldIsUnderWay() {
        patient.enter(Lane.URGENT);
        patient.leave(Lane.URGENT);
        long begun = System.nanoTime();
        patient.enter(Lane.ROUTINE);
        assertThat(millisSince(begun)).isBetween(1L, SOON.toMillis());
    }

    @Test
    void notMuchRoutineWorkIsInHandAtOnce() throws InterruptedException {
        for (int i = 0; i < LaneGate.ROUTINE_AT_ONCE; i++) {
            gate.enter(Lane.ROUTINE);
        }
        long begun = System.nanoTime();
        gate.enter(Lane.ROUTINE);
        assertThat(millisSince(begun)).as("one that hangs is not waited for").isGreaterThanOrEqualTo(249);

        Thread waiting = Thread.ofPlatform().start(() -> gate.enter(Lane.ROUTINE));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(CompletableFuture.runAsync(() -> gate.enter(Lane.URGENT))).succeedsWithin(SOON);
        gate.leave(Lane.URGENT);
        gate.leave(Lane.ROUTINE);
        gate.leave(Lane.ROUTINE);
        assertThat(waiting.join(SOON)).isTrue();
    }

    @Test
    void whoCameFirstIsGivenTheNextPlace() throws InterruptedException {
        for (int i = 0; i < LaneGate.ROUTINE_AT_ONCE; i++) {
            patient.enter(Lane.ROUTINE);
        }
        List<String> entered = new CopyOnWriteArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "%02d".formatted(i);
            waiting.add(entering(name, entered, i == 0 ? Thread.State.TIMED_WAITING : Thread.State.WAITING));
        }
        for (Thread next : waiting) {
            patient.leave(Lane.ROUTINE);
            assertThat(next.join(SOON)).isTrue();
        }
        assertThat(entered).hasSize(20).isSorted();
    }

    @Test
    void whatHasAPlaceMayWaitForOthersToBeTold() {
        for (int i = 0; i < LaneGate.ROUTINE_AT_ONCE; i++) {
            patient.enter(Lane.ROUTINE);
        }
        AtomicInteger told = new AtomicInteger();
        CompletableFuture<Void> telling = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                patient.telling(Lane.ROUTINE, told::incrementAndGet);
            }
        });
        assertThat(telling).as("a place for each would take 25 seconds").succeedsWithin(SOON);
        assertThat(told).hasValue(100);
    }

    @Test
    void routineIsToldWhenAllIsCalm() {
        gate.enter(Lane.URGENT);
        long begun = System.nanoTime();
        gate.telling(Lane.ROUTINE, () -> {});
        assertThat(millisSince(begun)).isGreaterThanOrEqualTo(LaneGate.HELD_MILLIS);
        assertThat(CompletableFuture.runAsync(() -> patient.telling(Lane.URGENT, () -> {})))
                .succeedsWithin(SOON);
    }

    @Test
    void whatIsWaitedForOnPurposeTakesNoPlace() {
        Sinks.One<Boolean> company = Sinks.one();
        List<CompletableFuture<Void>> waits = new ArrayList<>();
        for (int i = 0; i < LaneGate.ROUTINE_AT_ONCE; i++) {
            gate.enter(Lane.ROUTINE);
            Mono<Void> twice = Mono.when(gate.aside(company.asMono()), gate.aside(company.asMono()));
            waits.add(gate.inHand(Lane.ROUTINE, twice).toFuture());
        }
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                gate.enter(Lane.ROUTINE);
                gate.leave(Lane.ROUTINE);
            }
        });
        assertThat(others).as("without a place each waits for 250 ms").succeedsWithin(SOON);

        company.tryEmitValue(true);
        assertThat(CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)))
                .succeedsWithin(SOON);
        assertThat(millisToEnter()).as("all are back").isGreaterThanOrEqualTo(249);
    }

    @Test
    void whatHasNoPlaceMakesNoRoomByWaiting() {
        for (int i = 0; i < LaneGate.ROUTINE_AT_ONCE; i++) {
            gate.enter(Lane.ROUTINE);
            gate.aside(Mono.never()).subscribe();
            gate.inHand(Lane.URGENT, gate.aside(Mono.never())).subscribe();
        }
        assertThat(millisToEnter()).isGreaterThanOrEqualTo(249);
    }

    private long millisToEnter() {
        long begun = System.nanoTime();
        gate.enter(Lane.ROUTINE);
        return millisSince(begun);
    }

    private Thread entering(String name, List<String> entered, Thread.State waiting) {
        Thread thread = Thread.ofPlatform().start(() -> {
            patient.enter(Lane.ROUTINE);
            entered.add(name);
        });
        while (thread.getState() != waiting && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void anotherUrgentRecordNeverWaits() {
        patient.enter(Lane.URGENT);
        assertThat(CompletableFuture.runAsync(() -> patient.enter(Lane.URGENT))).succeedsWithin(SOON);
    }

    @Test
    void allGoOnOnceTheLastUrgentRecordIsDone() throws InterruptedException {
        patient.enter(Lane.URGENT);
        patient.enter(Lane.URGENT);
        Thread waiting = Thread.ofPlatform().start(() -> patient.enter(Lane.ROUTINE));
        CompletableFuture<Void> looking = patient.whenCalm().toFuture();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        patient.leave(Lane.URGENT);
        assertThat(waiting.join(Duration.ofMillis(100))).isFalse();
        assertThat(looking).isNotDone();
        patient.leave(Lane.URGENT);
        assertThat(waiting.join(SOON)).isTrue();
        assertThat(looking).succeedsWithin(SOON);
    }

    @Test
    void emergencyAfterEmergencyDoesNotStarveWhatTheDeskWaitsToHear() {
        LaneGate opening = new LaneGate(LaneGate.HELD_MILLIS, 60_000);
        opening.enter(Lane.URGENT);
        opening.enter(Lane.ROUTINE);
        CompletableFuture<Void> many = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 1_000; i++) {
                opening.enter(Lane.ROUTINE);
                opening.leave(Lane.ROUTINE);
            }
        });
        assertThat(many).as("a wait for each would take fifty seconds").succeedsWithin(SOON);
    }

    @Test
    void calmMomentsInBetweenDoNotMakeTheWaitLonger() {
        LaneGate slow = new LaneGate(300, 60_000);
        long begun = System.nanoTime();
        slow.enter(Lane.URGENT);
        slow.leave(Lane.URGENT);
        slow.enter(Lane.ROUTINE);
        slow.enter(Lane.URGENT);
        assertThat(CompletableFuture.runAsync(() -> lookUntil(slow, false)))
                .as("nobody has waited for all of it")
                .succeedsWithin(SOON);
        assertThat(millisSince(begun)).isGreaterThanOrEqualTo(300);
    }

    @Test
    void theNextEmergencyIsWaitedForAgain() {
        LaneGate quick = new LaneGate(20, 1);
        quick.enter(Lane.URGENT);
        quick.enter(Lane.ROUTINE);
        assertThat(CompletableFuture.runAsync(() -> lookUntil(quick, true))).succeedsWithin(SOON);
    }

    private static void lookUntil(LaneGate gate, boolean waits) {
        while (waits(gate) != waits) {
            Thread.onSpinWait();
        }
    }

    private static boolean waits(LaneGate gate) {
        CompletableFuture<Void> looking = gate.whenCalm().toFuture();
        boolean waits = !looking.isDone();
        looking.cancel(true);
        return waits;
    }

    private static CompletableFuture<Void> routine(LaneGate gate) {
        return CompletableFuture.runAsync(() -> gate.enter(Lane.ROUTINE));
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
