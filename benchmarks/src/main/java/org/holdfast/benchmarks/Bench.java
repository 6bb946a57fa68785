package org.holdfast.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import org.holdfast.benchmarks.measure.Machine;
import org.holdfast.benchmarks.report.Report;
import org.holdfast.benchmarks.stack.Copies;
import org.holdfast.benchmarks.stack.Desk;
import org.holdfast.benchmarks.stack.FloorProcess;
import org.holdfast.benchmarks.stack.Launch;
import org.holdfast.local.stack.Progress;

/** {@code make bench}: starts a stack, measures it, prints one table and writes {@code benchmarks/target/report.json}. */
public final class Bench {

    private final Options options;
    private final Report report = new Report();
    private final Progress progress = new Progress(System.out);

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/holdfast/benchmarks/logback.xml");
        try {
            new Bench(Options.of(arguments)).run();
            System.exit(0);
        } catch (IllegalArgumentException told) {
            System.err.println(told.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        Path file = Launch.target().resolve("report.json");
        Machine machine = Machine.here();
        report.about("at", Instant.now().toString());
        report.about("commit", Commit.here());
        report.about("machine", machine);
        report.about("quick", options.sizes() == Sizes.QUICK);
        progress.say(machine.toString());
        // also when it is ended by hand: what an hour measured is not lost with the last suite
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(file), "bench-tell"));
        suites();
    }

    private void tell(Path file) {
        report.write(file);
        System.out.println();
        System.out.println(report.table());
        System.out.println();
        progress.say("written to " + file);
        System.out.flush();
    }

    /** What was measured before one of them fails is told all the same. */
    private void suites() {
        if (options.wantsAny("start", "chain", "throughput", "surge")) {
            onOneStack();
        }
        if (options.wants("growth")) {
            onAGrowingStore();
        }
        if (options.wants("pure")) {
            progress.say("the pure parts");
            PureSuite.run(report, options.sizes() == Sizes.QUICK);
        }
    }

    private void onOneStack() {
        try (Scene scene = new Scene(options, report, progress)) {
            report.about("store", scene.stack.store());
            StartSuite.ready(scene);
            try (Desk bulk = Desk.bulk(scene.stack)) {
                scene.warmUp(bulk, "the services", scene.sizes().warmUp());
                StartSuite.memory(scene, "after " + scene.sizes().warmUp() + " contacts");
                if (options.wantsAny("chain", "throughput")) {
                    besideTheFloor(scene, bulk);
                }
                if (options.wants("surge")) {
                    try (Desk desk = scene.operator()) {
                        new SurgeSuite().run(scene, desk, bulk);
                    }
                }
            }
        }
    }

    /** A stack of its own, because it begins with few contacts. */
    private void onAGrowingStore() {
        try (Scene scene = new Scene(options, report, progress);
                Copies store = new Copies(scene.launch.store(options.ports()));
                Desk desk = scene.operator()) {
            scene.warmUp(desk, "the services", scene.sizes().stored().getFirst());
            new GrowthSuite().run(scene, desk, store);
        }
    }

    private void besideTheFloor(Scene scene, Desk bulk) {
        try (FloorProcess floor = scene.launch.floor(scene.stack, options.ports());
                Desk desk = scene.operator()) {
            scene.warmUp(floor, "the floor", scene.sizes().warmUp());
            if (options.wants("chain")) {
                new ChainSuite().run(scene, floor, desk);
            }
            if (options.wants("throughput")) {
                new ThroughputSuite()
                        .run(scene, floor, bulk, Scene.Watched.floor(scene, floor), Scene.Watched.services(scene));
            }
        }
    }
}
