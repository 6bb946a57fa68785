package org.holdfast.e2e.controls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.e2e.controls.child.RunTests;
import org.holdfast.e2e.rules.Sources;
import org.junit.platform.launcher.Launcher;

/** What each module's tests are compiled and run with, as the build wrote it down. */
final class ClassPaths {

    private ClassPaths() {}

    static String of(String module) {
        Path target = Sources.ROOT.resolve(module).resolve("target");
        return joined(Stream.of(
                target.resolve("test-classes"),
                target.resolve("classes"),
                Sources.text(target.resolve("tests.classpath")).strip()));
    }

    /** The runner of tests and what it needs; only its own classes, so that no other test of this module is seen. */
    static String ofRunner(Path folder) {
        String runner = RunTests.class.getPackageName().replace('.', '/');
        Path own = home(RunTests.class).resolve(runner);
        Path copies = folder.resolve(runner);
        try (Stream<Path> classes = Files.list(own)) {
            Files.createDirectories(copies);
            for (Path file : classes.toList()) {
                Files.write(copies.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return joined(Stream.of(folder, home(Launcher.class)));
    }

    static String joined(Stream<Object> parts) {
        return parts.map(Object::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
