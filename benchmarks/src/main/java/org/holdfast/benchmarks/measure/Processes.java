package org.holdfast.benchmarks.measure;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what processes have used, from the system itself: Linux only, in its clock ticks of 10 ms. */
public final class Processes {

    private static final double MILLIS_OF_A_TICK = 10;
    private static final int USER_TICKS = 11;

    private Processes() {}

    /** The process with all that it has started, each under a name. */
    public static Map<String, ProcessHandle> tree(String name, Process root) {
        Map<String, ProcessHandle> all = new LinkedHashMap<>();
        all.put(name, root.toHandle());
        root.descendants().forEach(child -> all.put(nameOf(child), child));
        return all;
    }

    private static String nameOf(ProcessHandle child) {
        String command = read(Path.of("/proc/" + child.pid() + "/cmdline"));
        return command.contains("broker") ? "broker" : command.contains("mongod") ? "mongod" : "other";
    }

    /** Processor time of each of them until now. */
    public static Work work(Map<String, ProcessHandle> processes) {
        Map<String, Double> millis = new TreeMap<>();
        processes.forEach((name, process) ->
                millis.merge(name, ticks(Path.of("/proc/" + process.pid() + "/stat")) * MILLIS_OF_A_TICK, Double::sum));
        return new Work(millis);
    }

    /** Processor time of the threads of a process, by what they are for. */
    public static Work threads(ProcessHandle process) {
        Map<String, Double> millis = new TreeMap<>();
        Path tasks = Path.of("/proc/" + process.pid() + "/task");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
            for (Path task : all) {
                String kind = ThreadKinds.of(read(task.resolve("comm")).strip());
                millis.merge(kind, ticks(task.resolve("stat")) * MILLIS_OF_A_TICK, Double::sum);
            }
        } catch (IOException ended) {
            return new Work(millis);
        }
        return new Work(millis);
    }

    /** Resident memory of each of them, in megabytes. */
    public static Map<String, Double> memory(Map<String, ProcessHandle> processes) {
        Map<String, Double> megabytes = new TreeMap<>();
        processes.forEach((name, process) -> megabytes.merge(name, resident(process), Double::sum));
        return megabytes;
    }

    private static double resident(ProcessHandle process) {
        try (Stream<String> lines =
                read(Path.of("/proc/" + process.pid() + "/status")).lines()) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        }
    }

    /** User and system time; the name before them may hold spaces, so what counts begins after its bracket. */
    private static long ticks(Path stat) {
        String text = read(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length > USER_TICKS + 1
                ? Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1])
                : 0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
