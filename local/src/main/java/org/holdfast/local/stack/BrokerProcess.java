package org.holdfast.local.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The broker as a child process: started again when it ends by itself, and gone when we are gone, however that happens. */
final class BrokerProcess implements AutoCloseable {

    /** The system property that is true in a rehearsal. */
    private static final String REHEARSAL = "holdfast.rehearsal";

    /** Ctrl-C reaches everything in the foreground at once; the broker must outlive the services, and ends when its input does. */
    private static final String ONLY_BY_US = "trap '' INT; exec \"$@\"";

    private static final int SECONDS_TO_END = 10;
    private static final int SECONDS_TO_WRITE_THE_CACHE = 180;

    private final Path jar;
    private final Path data;
    private final Ports ports;
    private final Progress progress;
    private volatile boolean closing;
    private volatile Process process;

    private BrokerProcess(Path jar, Path data, Ports ports, Progress progress) throws IOException {
        this.jar = jar;
        this.data = data;
        this.ports = ports;
        this.progress = progress;
        this.process = launch();
    }

    /** Returns when clients may come. */
    static BrokerProcess start(Path jar, Path data, Ports ports, Progress progress) {
        try {
            BrokerProcess broker = new BrokerProcess(jar, data, ports, progress);
            if (!awaitReady(broker.process)) {
                broker.close();
                throw new CannotStart(
                        "The broker did not come up; it says why in " + broker.log() + ": " + lastLine(broker.log()),
                        null);
            }
            Thread.ofPlatform().daemon().name("broker-watch").start(broker::watch);
            return broker;
        } catch (IOException unable) {
            throw new CannotStart("The broker could not be started: " + unable.getMessage(), unable);
        }
    }

    private Process launch() throws IOException {
        Files.createDirectories(log().getParent());
        List<String> command = new ArrayList<>(List.of("sh", "-c", ONLY_BY_US, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:MetaspaceSize=96m",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(rehearsed());
        command.addAll(List.of("-jar", jar.toString(), "--tied"));
        command.add("--directory=" + data.resolve("broker"));
        command.add("--port=" + ports.of(Part.BROKER));
        command.add("--controller-port=" + ports.of(Part.CONTROLLER));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** The classes as they were loaded in a rehearsal, so that a start need not do that work again. */
    private List<String> rehearsed() {
        Path cache = jar.resolveSibling("broker.aot");
        if (Boolean.getBoolean(REHEARSAL)) {
            return List.of("-Xlog:aot*=error", "-XX:AOTCacheOutput=" + cache);
        }
        return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
    }

    private static boolean awaitReady(Process process) throws IOException {
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("broker ready")) {
                Thread.ofVirtual().start(() -> drain(reader));
                return true;
            }
        }
        return false;
    }

    private static void drain(BufferedReader reader) {
        try {
            reader.transferTo(java.io.Writer.nullWriter());
        } catch (IOException ended) {
            // with the process
        }
    }

    private void watch() {
        try {
            while (!closing) {
                int code = process.waitFor();
                if (closing) {
                    return;
                }
                progress.say("the broker ended by itself (" + code + "), starting it again; see " + log());
                process = launch();
                if (closing) {
                    process.destroyForcibly();
                } else if (!awaitReady(process)) {
                    TimeUnit.SECONDS.sleep(1);
                } else {
                    progress.say("the broker is back");
                }
            }
        } catch (InterruptedException | IOException ended) {
            progress.say("the broker is not watched any more: " + ended);
        }
    }

    /** The process id of the present broker. */
    long pid() {
        return process.pid();
    }

    private Path log() {
        return data.resolve("logs/broker.log");
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.isEmpty() ? "(nothing)" : lines.getLast();
    }

    @Override
    public void close() {
        closing = true;
        try {
            process.getOutputStream().close();
            int patience = Boolean.getBoolean(REHEARSAL) ? SECONDS_TO_WRITE_THE_CACHE : SECONDS_TO_END;
            if (!process.waitFor(patience, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException | InterruptedException hurried) {
            process.destroyForcibly();
        }
    }
}
