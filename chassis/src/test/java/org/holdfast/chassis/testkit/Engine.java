package org.holdfast.chassis.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether there is an engine for containers that has an image; nothing is ever fetched for a test. */
public final class Engine {

    private static final long PATIENCE_SECONDS = 20;

    private Engine() {}

    /** Why a container of the image cannot be had; empty when it can. */
    public static Optional<String> lacks(String image) {
        String host = System.getenv("DOCKER_HOST");
        if (host == null && !Files.exists(Path.of("/var/run/docker.sock"))) {
            return Optional.of("No Docker engine: neither DOCKER_HOST nor /var/run/docker.sock");
        }
        try {
            if (!says("version")) {
                return Optional.of("No Docker engine answers");
            }
            return says("image", "inspect", image)
                    ? Optional.empty()
                    : Optional.of("The engine does not have the image " + image);
        } catch (IOException e) {
            return Optional.of("No docker client to ask for the image " + image);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static boolean says(String... words) throws IOException, InterruptedException {
        String[] command = new String[words.length + 1];
        command[0] = "docker";
        System.arraycopy(words, 0, command, 1, words.length);
        Process asked = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            asked.destroyForcibly();
            return false;
        }
        return asked.exitValue() == 0;
    }
}
