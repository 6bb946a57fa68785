package org.holdfast.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.holdfast.benchmarks.load.ClosedLoop;
import org.holdfast.benchmarks.load.Kind;
import org.holdfast.benchmarks.load.Phone;
import org.holdfast.benchmarks.load.Quiet;
import org.holdfast.benchmarks.load.Target;
import org.holdfast.benchmarks.report.Report;
import org.holdfast.benchmarks.stack.Desk;
import org.holdfast.benchmarks.stack.FloorProcess;
import org.holdfast.benchmarks.stack.Launch;
import org.holdfast.benchmarks.stack.StackProcess;
import org.holdfast.local.stack.Progress;

/** A running stack with what is needed to measure it, in a folder that is taken away at the end. */
final class Scene implements AutoCloseable {

    /** As many as the setting {@code holdfast.intake.bulk-at-once} lets in. */
    static final int AT_ONCE = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final Options options;
    final Report report;
    final Progress progress;
    final Phone phone = new Phone();
    final StackProcess stack;
    final Launch launch;

    Scene(Options options, Report report, Progress progress) {
        this.options = options;
        this.report = report;
        this.progress = progress;
        launch = new Launch(folder(), phone, options.mongodb(), options.profile());
        progress.say("starting a stack, data in " + launch.folder());
        stack = launch.stack(options.ports());
        progress.say("it is up; store " + stack.store());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("holdfast-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whose processor time counts.
     *
     * @param processes by name
     */
    record Watched(Map<String, ProcessHandle> processes) {

        static Watched services(Scene scene) {
            return new Watched(scene.stack.processes());
        }

        /** The process of the services is among them, because the trial store is in it. */
        static Watched floor(Scene scene, FloorProcess floor) {
            Map<String, ProcessHandle> all = new LinkedHashMap<>(scene.stack.processes());
            all.put("floor", floor.process());
            return new Watched(all);
        }
    }

    /** Where work goes on beside the measuring. */
    static Executor beside() {
        return work -> Thread.ofVirtual().start(work);
    }

    /** Sends contacts of the mix until what is compiled is compiled. */
    void warmUp(Target target, String name, int count) {
        progress.say("warming up " + name + " with " + count + " contacts");
        long begun = System.nanoTime();
        new ClosedLoop(target, AT_ONCE).send(count, Kind::ofMix);
        double taken = (System.nanoTime() - begun) / 1e9;
        double done = (Quiet.await(target, PATIENCE) - begun) / 1e9;
        progress.say("warmed up: taken in %.1f s, the last of it done after %.1f s".formatted(taken, done));
    }

    /** Waits until nothing is under way. */
    long quiet(Target target) {
        return Quiet.await(target, PATIENCE);
    }

    Desk operator() {
        return Desk.operator(stack);
    }

    Sizes sizes() {
        return options.sizes();
    }

    @Override
    public void close() {
        progress.say("ending the stack");
        stack.close();
        phone.close();
        if (System.getProperty("bench.keep") == null) {
            remove(launch.folder());
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            List<Path> deepestFirst = new ArrayList<>(files.toList()).reversed();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException inUse) {
            System.err.println(folder + " could not be removed: " + inUse);
        }
    }
}
