package org.holdfast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.local.stack.CannotStart;
import org.holdfast.local.stack.LocalSettings;
import org.holdfast.local.stack.Ports;
import org.holdfast.local.stack.Progress;
import org.holdfast.local.stack.Stack;

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
        try (Stack stack = Stack.start(LocalSettings.in(data, Ports.free()), progress)) {
            progress.say("everything was up once; writing down what was loaded takes some seconds");
        } catch (CannotStart told) {
            System.err.println(told.getMessage());
            System.exit(1);
        } finally {
            remove(data);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = new ArrayList<>(files.toList()).reversed();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
