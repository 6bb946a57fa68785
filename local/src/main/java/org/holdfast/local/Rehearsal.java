package org.holdfast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.local.stack.CannotStart;
import org.holdfast.local.stack.LocalSettings;
import org.holdfast.local.stack.Ports;
import org.holdfast.local.stack.Progress;
import org.holdfast.local.stack.Stack;
import org.springframework.util.FileSystemUtils;

/**
 * Starts everything once on free ports and ends it, while the JVM writes down which classes were loaded and how they are
 * linked: with that cache {@code make run} is up sooner. Run with {@code -Dholdfast.rehearsal=true} and {@code
 * -XX:AOTCacheOutput}.
 */
public final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Progress progress = new Progress(System.out);
        Path data = Files.createTempDirectory("holdfast-rehearsal-");
        LocalStack.logTo(data.resolve("logs"));
        boolean up = rehearse(data, progress);
        FileSystemUtils.deleteRecursively(data);
        if (!up) {
            System.exit(1);
        }
    }

    private static boolean rehearse(Path data, Progress progress) {
        try (Stack stack = Stack.start(LocalSettings.in(data, Ports.free()), progress)) {
            progress.say("everything was up once; writing down what was loaded takes some seconds");
            return true;
        } catch (CannotStart told) {
            System.err.println(told.getMessage());
            return false;
        }
    }
}
