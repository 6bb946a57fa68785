package org.holdfast.local.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A {@code mongod} of this machine as a child process that ends with us, also when we are killed. */
final class MongodProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /**
     * mongod does not watch its parent, so a shell does: when our end of its input is gone, it asks mongod to stop. Ctrl-C reaches
     * everything in the foreground at once, and the store must outlive the services: so mongod has a session of its own where
     * there is a program for that.
     */
    private static final String TIED = "trap '' INT; exec 3<&0; alone=$(command -v setsid);"
            + " $alone \"$@\" 3<&- & child=$!; (cat <&3 >/dev/null; kill $child) & wait $child";

    private final Process shell;
    private final int port;

    private MongodProcess(Process shell, int port) {
        this.shell = shell;
        this.port = port;
    }

    static MongodProcess start(Path program, Path directory, int port) {
        if (listens(port)) {
            throw new StoreUnavailable(
                    "port " + port
                            + " is taken: stop the program that listens there, or choose another port for the store",
                    null);
        }
        Path log = directory.resolve("mongod.log");
        try {
            Files.createDirectories(directory);
            Process shell = new ProcessBuilder(
                            "sh",
                            "-c",
                            TIED,
                            "sh",
                            program.toString(),
                            "--dbpath",
                            directory.toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind_ip",
                            "127.0.0.1")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            MongodProcess process = new MongodProcess(shell, port);
            process.awaitListening(log);
            return process;
        } catch (IOException unable) {
            throw new StoreUnavailable("mongod could not be started: " + unable.getMessage(), unable);
        }
    }

    private void awaitListening(Path log) {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (!listens(port)) {
            if (!shell.isAlive() || System.nanoTime() > until) {
                close();
                throw new StoreUnavailable("mongod did not come up; it says why in " + log, null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while mongod was starting", stop);
        }
    }

    private static boolean listens(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(20, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (IOException | InterruptedException hurried) {
            shell.destroyForcibly();
        }
    }
}
