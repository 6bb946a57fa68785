package org.holdfast.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code make run} from outside: comes up, goes on after it was killed, takes its children with it, and ends in order. */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class LocalStackTest {

    @TempDir
    Path directory;

    private final Ports ports = Ports.free();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endProcesses() throws Exception {
        for (Process process : started) {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly().waitFor();
            for (ProcessHandle child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void goesOnWhereItEndedAlsoAfterAKillAndLeavesNobodyBehind() throws Exception {
        Process first = start();
        assertThat(line(first, "everything is up")).isNotNull();
        assertThat(page()).contains(">UP<").doesNotContain("no answer").doesNotContain("DOWN");
        List<ProcessHandle> children = first.descendants().toList();
        assertThat(children).as("the broker").hasSize(1);

        Process second = start();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(new String(second.getErrorStream().readAllBytes())).contains("already running on");
        assertThat(new String(second.getInputStream().readAllBytes())).doesNotContain("ended");

        first.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.onExit().get(20, TimeUnit.SECONDS);
        }

        Process again = start();
        assertThat(line(again, "everything is up")).isNotNull();
        again.descendants().forEach(ProcessHandle::destroyForcibly);
        assertThat(line(again, "the broker is back")).isNotNull();

        again.toHandle().destroy();
        assertThat(line(again, "everything has ended")).isNotNull();
        assertThat(again.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(again.descendants()).isEmpty();
    }

    @Test
    void ctrlCEndsTheServicesBeforeWhatTheyStandOn() throws Exception {
        Process stack = startInTheForeground();
        assertThat(line(stack, "everything is up")).isNotNull();
        List<ProcessHandle> children = stack.descendants().toList();

        pressCtrlC(stack);

        assertThat(linesUntil(stack, "everything has ended"))
                .contains("services ended")
                .doesNotContain("the broker ended by itself");
        assertThat(stack.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void ctrlCWhileItStartsEndsWhatHadBegun() throws Exception {
        Process stack = startInTheForeground();
        assertThat(line(stack, "broker ready")).isNotNull();
        List<ProcessHandle> children = stack.descendants().toList();
        assertThat(children).as("the broker").isNotEmpty();

        pressCtrlC(stack);

        assertThat(linesUntil(stack, "everything has ended")).doesNotContain("everything is up");
        assertThat(stack.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(line(start(), "everything is up")).as("the next start").isNotNull();
    }

    /** A process group of its own that heeds the signal of Ctrl-C, whoever runs this test and however. */
    private Process startInTheForeground() throws Exception {
        assumeTrue(
                new ProcessBuilder("env", "--default-signal=INT", "setsid", "true")
                                .start()
                                .waitFor()
                        == 0,
                "env --default-signal and setsid are not on this machine");
        return start("env", "--default-signal=INT", "setsid");
    }

    /** As a terminal does it: everything in the foreground gets the signal. */
    private static void pressCtrlC(Process leader) throws Exception {
        assertThat(new ProcessBuilder("kill", "-INT", "--", "-" + leader.pid())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String linesUntil(Process process, String last) throws IOException {
        StringBuilder all = new StringBuilder();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            all.append(line).append('\n');
            if (line.contains(last)) {
                return all.toString();
            }
        }
        throw new AssertionError("it never said " + last + ", but: " + all);
    }

    private Process start(String... within) throws IOException {
        List<String> command = new ArrayList<>(List.of(within));
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LocalStack.class.getName(),
                "--data=" + directory));
        for (Part part : Part.values()) {
            command.add("--port." + part.label() + "=" + ports.of(part));
        }
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    /** The first line that says so, or null when the process ended without. */
    private static String line(Process process, String says) throws IOException {
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(says)) {
                return line;
            }
        }
        return null;
    }

    private String page() throws Exception {
        URI page = ports.uri(Part.PAGE);
        HttpResponse<String> shown = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(page.resolve("/"))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return shown.body();
    }
}
