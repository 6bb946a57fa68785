package org.holdfast.e2e.controls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.holdfast.e2e.controls.Place.Needs;
import org.holdfast.e2e.rules.Sources;

/** Runs tests of one class in a process of its own, in the folder of its module, with the absence in front. */
final class ChildRun {

    /** How long nothing may happen: no test begins or ends. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Duration LONG_LIMIT = Duration.ofMinutes(15);

    private final Absence absence;
    private final Path aside;

    ChildRun(Absence absence, Path aside) {
        this.absence = absence;
        this.aside = aside;
    }

    Map<NamedTest, Outcome> run(Place place, List<NamedTest> tests) {
        Path happened = aside.resolve("happened.txt");
        boolean ended;
        try {
            Files.createDirectories(aside);
            Files.writeString(happened, "");
            ended = ended(command(place, tests, happened), place, happened);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Happened all = Happened.read(Sources.text(happened));
        Map<NamedTest, Outcome> outcomes = new TreeMap<>();
        tests.forEach(test -> outcomes.put(test, all.of(test.method(), ended)));
        return outcomes;
    }

    private boolean ended(List<String> command, Place place, Path happened) throws IOException {
        Process child = new ProcessBuilder(command)
                .directory(absence.project().resolve(place.module()).toFile())
                .redirectErrorStream(true)
                .redirectOutput(aside.resolve("printed.txt").toFile())
                .start();
        Thread together = new Thread(() -> end(child));
        Runtime.getRuntime().addShutdownHook(together);
        try {
            while (!child.waitFor(1, TimeUnit.SECONDS)) {
                Duration quiet =
                        Duration.between(Files.getLastModifiedTime(happened).toInstant(), Instant.now());
                if (quiet.compareTo(place.needs() == Needs.NOTHING ? LIMIT : LONG_LIMIT) > 0) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            end(child);
            Runtime.getRuntime().removeShutdownHook(together);
        }
    }

    private static void end(Process child) {
        Stream.concat(child.descendants(), Stream.of(child.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }

    private List<String> command(Place place, List<NamedTest> tests, Path happened) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m"));
        if (System.getProperty("browser.chromium") instanceof String chromium) {
            command.add("-Dbrowser.chromium=" + chromium);
        }
        command.addAll(List.of(
                "-cp",
                ClassPaths.joined(Stream.of(
                        absence.classes(),
                        ClassPaths.of(place.module()),
                        ClassPaths.ofRunner(aside.resolve("runner")))),
                "org.holdfast.e2e.controls.child.RunTests",
                happened.toString(),
                place.type()));
        tests.forEach(test -> command.add(test.method()));
        return command;
    }
}
