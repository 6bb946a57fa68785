package org.holdfast.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What it was measured on.
 *
 * @param load the load average just before, because another's work is in every figure
 */
public record Machine(String processor, int cores, long memoryMegabytes, String jdk, String system, double load) {

    /** This one. */
    public static Machine here() {
        return new Machine(
                line("/proc/cpuinfo", line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .orElse(System.getProperty("os.arch", "unknown")),
                Runtime.getRuntime().availableProcessors(),
                line("/proc/meminfo", line -> line.startsWith("MemTotal"))
                        .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                        .orElse(0L),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                line("/proc/loadavg", line -> true)
                        .map(line -> Double.parseDouble(line.split(" ")[0]))
                        .orElse(Double.NaN));
    }

    private static Optional<String> line(String file, Predicate<String> wanted) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(wanted).findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
