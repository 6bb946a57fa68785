package org.holdfast.benchmarks.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.holdfast.benchmarks.measure.Processes;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;

/** A local stack as {@code make run} starts it, in a process of its own. */
public final class StackProcess implements AutoCloseable {

    private final Process process;
    private final Ports ports;
    private final double secondsToReady;
    private final String store;

    private StackProcess(Process process, Ports ports, double secondsToReady, String store) {
        this.process = process;
        this.ports = ports;
        this.secondsToReady = secondsToReady;
        this.store = store;
    }

    /**
     * Starts it and returns when it is up.
     *
     * @param command the Java command up to the arguments of the stack
     * @param arguments what it is told besides its ports
     */
    public static StackProcess start(List<String> command, Ports ports, List<String> arguments, Path log) {
        List<String> all = new ArrayList<>(command);
        ports.all().forEach((part, port) -> all.add("--port." + part.label() + "=" + port));
        all.addAll(arguments);
        long begun = System.nanoTime();
        try {
            Process process = new ProcessBuilder(all)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            String store = awaitReady(process.inputReader(), log);
            Thread.ofVirtual().start(() -> drain(process.inputReader()));
            return new StackProcess(process, ports, (System.nanoTime() - begun) / 1e9, store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String awaitReady(BufferedReader said, Path log) throws IOException {
        Optional<String> store = Optional.empty();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            int at = line.indexOf("store ready, ");
            if (at >= 0) {
                store = Optional.of(line.substring(at + "store ready, ".length()));
            }
            if (line.contains("everything is up")) {
                return store.orElse("a store that did not say what it is");
            }
        }
        throw new IllegalStateException("The stack did not come up; see " + log);
    }

    private static void drain(BufferedReader said) {
        try {
            said.transferTo(java.io.Writer.nullWriter());
        } catch (IOException ended) {
            // with the process
        }
    }

    /** Where its parts listen. */
    public String at(Part part) {
        return ports.uri(part).toString();
    }

    /** The broker's address for clients. */
    public String broker() {
        return "127.0.0.1:" + ports.of(Part.BROKER);
    }

    /** From the start of its process to the line that says that everything is up. */
    public double secondsToReady() {
        return secondsToReady;
    }

    /** What it said its store is. */
    public String store() {
        return store;
    }

    /** Its processes by name: the one of the services, the broker, the database if it is a child. */
    public Map<String, ProcessHandle> processes() {
        return Processes.tree("services", process);
    }

    /** The one of the services. */
    public ProcessHandle services() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
