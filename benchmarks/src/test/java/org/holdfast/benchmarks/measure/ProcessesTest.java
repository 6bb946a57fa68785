package org.holdfast.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the system says of a process is read as it is meant. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc, which only Linux has")
class ProcessesTest {

    private static final Map<String, ProcessHandle> SELF = Map.of("self", ProcessHandle.current());

    @Test
    void countsTheWorkThatWasDoneSince() {
        Work before = Processes.work(SELF);
        long end =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() + 60;
        double waste = 0;
        while (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() < end) {
            waste += Math.sqrt(waste + 1);
        }

        assertThat(waste).isPositive();
        assertThat(Processes.work(SELF).since(before).all()).isBetween(40.0, 10_000.0);
    }

    @Test
    void knowsThreadsByWhatTheyAreFor() {
        assertThat(ThreadKinds.of("C1 CompilerThre")).isEqualTo("compiler");
        assertThat(ThreadKinds.of("store-commit")).isEqualTo("store");
        assertThat(Processes.threads(ProcessHandle.current()).all()).isPositive();
    }

    @Test
    void readsResidentMemoryInMegabytes() {
        assertThat(Processes.memory(SELF).get("self")).isBetween(10.0, 5_000.0);
    }
}
