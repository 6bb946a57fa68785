package org.holdfast.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.benchmarks.load.Kind;
import org.holdfast.benchmarks.load.Target;
import tools.jackson.databind.JsonNode;

/** The floor in a process of its own, on the broker and the store of a running stack. */
public final class FloorProcess implements Target, AutoCloseable {

    private final Process process;
    private final String url;
    private final Lag lag;

    private FloorProcess(Process process, String url, Lag lag) {
        this.process = process;
        this.url = url;
        this.lag = lag;
    }

    /** Starts it and returns when it takes contacts. */
    public static FloorProcess start(List<String> java, StackProcess stack, String mongodb, String phone, Path log) {
        int port = freePort();
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.holdfast.benchmarks.floor.FloorMain",
                Integer.toString(port),
                stack.broker(),
                mongodb,
                phone));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            String line = process.inputReader().readLine();
            while (line != null && !line.startsWith("floor ready")) {
                line = process.inputReader().readLine();
            }
            if (line == null) {
                throw new IllegalStateException("The floor did not come up; see " + log);
            }
            return new FloorProcess(
                    process, "http://127.0.0.1:" + port, new Lag(stack.broker(), group -> group.startsWith("floor-")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletableFuture<String> open(Kind kind) {
        CompletableFuture<JsonNode> opened = Web.post(
                url + "/contacts?kind=" + kind.name().toLowerCase(java.util.Locale.ROOT), "none", Bodies.contact(kind));
        CompletableFuture<JsonNode> whole = kind == Kind.REFERRED
                ? opened.thenCompose(contact -> Web.post(url + "/referrals", "none", Bodies.referral("", ""))
                        .thenApply(proposed -> contact))
                : opened;
        return whole.thenApply(contact -> contact.path("id").asString());
    }

    @Override
    public Progress progress() {
        JsonNode state = Web.get(url + "/state");
        Progress told = lag.now();
        return new Progress(
                told.left() + state.path("undone").asLong(),
                told.done() + state.path("done").asLong());
    }

    /** Its process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        lag.close();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException hurried) {
            process.destroyForcibly();
        }
    }
}
