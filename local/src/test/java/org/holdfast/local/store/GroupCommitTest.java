package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger state = new AtomicInteger();
    private final AtomicInteger onDisk = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    private <T> T alone(Supplier<T> work) {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        T result = work.get();
        atOnce.decrementAndGet();
        return result;
    }

    private int more() {
        return state.incrementAndGet();
    }

    @Test
    void answersAWriteOnlyWhenItIsOnDisk() {
        try (GroupCommit commits = new GroupCommit(() -> onDisk.set(state.get()), () -> {})) {
            List<CompletableFuture<Boolean>> answered = IntStream.range(0, 500)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> commits.write(this::more), callers)
                            .thenApply(mine -> onDisk.get() >= mine))
                    .toList();

            assertThat(answered).allSatisfy(one -> assertThat(one.join()).isTrue());
        }
        assertThat(onDisk).hasValue(500);
    }

    @Test
    void doesOneThingAtATimeAndShowsAReaderOnlyWhatIsOnDisk() {
        try (GroupCommit commits = new GroupCommit(() -> onDisk.set(state.get()), () -> {})) {
            List<CompletableFuture<Boolean>> seen = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                CompletableFuture.runAsync(() -> commits.write(() -> alone(this::more)), callers);
                seen.add(CompletableFuture.supplyAsync(
                        () -> commits.read(() -> alone(() -> state.get() == onDisk.get())), callers));
            }

            assertThat(seen).allSatisfy(one -> assertThat(one.join()).isTrue());
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void sharesOneCommitAmongThoseWhoWait() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (GroupCommit commits = new GroupCommit(rounds::incrementAndGet, () -> {})) {
            CompletableFuture<Integer> holdsUp = CompletableFuture.supplyAsync(
                    () -> commits.write(() -> {
                        first.countDown();
                        awaited(go);
                        return more();
                    }),
                    callers);
            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            List<CompletableFuture<Integer>> others = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> commits.write(this::more), callers))
                    .toList();
            while (commits.waiting() < 50) {
                Thread.onSpinWait();
            }
            go.countDown();

            holdsUp.join();
            others.forEach(CompletableFuture::join);
            assertThat(rounds).hasValue(2);
        }
    }

    @Test
    void putsOnDiskWhatAFailedWriteDidBeforeItFailed() {
        try (GroupCommit commits = new GroupCommit(() -> onDisk.set(state.get()), () -> {})) {
            assertThatThrownBy(() -> commits.write(() -> {
                        more();
                        throw new IllegalArgumentException("half a bulk");
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("half a bulk");
            assertThat(onDisk).hasValue(1);
        }
    }

    @Test
    void answersNothingAnyMoreOnceACommitFailed() {
        try (GroupCommit commits = new GroupCommit(
                () -> {
                    throw new IOException("no space left");
                },
                () -> {})) {
            assertThatThrownBy(() -> commits.write(this::more)).hasMessageContaining("no space left");
            assertThat(commits.isBroken()).isTrue();
            assertThatThrownBy(() -> commits.read(state::get)).hasMessageContaining("could not put a write on disk");
        }
    }

    @Test
    void answersNothingAnyMoreOnceItsHouseKeepingFailed() {
        try (GroupCommit commits = new GroupCommit(() -> onDisk.set(state.get()), () -> {
            throw new IllegalStateException("the file is damaged");
        })) {
            while (!commits.isBroken()) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> commits.write(this::more)).hasMessageContaining("the file is damaged");
        }
    }

    @Test
    void doesWhatWasAskedBeforeItWasClosedAndNothingAfter() {
        GroupCommit commits = new GroupCommit(() -> onDisk.set(state.get()), () -> {});
        commits.write(this::more);
        commits.close();

        assertThat(onDisk).hasValue(1);
        assertThatThrownBy(() -> commits.write(this::more)).hasMessageContaining("closed");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
