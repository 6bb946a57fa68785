package org.holdfast.local.stack;

import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what lies beside the program: the project's folder, the broker's jar, the data folder. */
public final class Home {

    private Home() {}

    /** The folder that holds the modules, seen from the working directory or from where these classes are. */
    public static Optional<Path> project() {
        return Stream.concat(upwards(Path.of("").toAbsolutePath()), upwards(code()))
                .filter(one -> Files.isDirectory(one.resolve("broker")) && Files.isDirectory(one.resolve("local")))
                .findFirst();
    }

    /** A real city's resource directory in the data folder beside the project, if there is one. */
    static Optional<Path> directoryBeside() {
        return project()
                .map(home -> home.resolveSibling("shared/data/hsds/baltimore-charmcare-2019"))
                .filter(Files::isDirectory);
    }

    /** The broker's jar, with its own jars beside it. */
    static Path brokerJar() {
        return project()
                .map(home -> home.resolve("broker/target"))
                .flatMap(Home::brokerJarIn)
                .orElseThrow(() -> new CannotStart(
                        "The broker has not been built: run `make run`, or `./mvnw package -pl broker`, in the project's folder.",
                        null));
    }

    private static Optional<Path> brokerJarIn(Path target) {
        if (!Files.isDirectory(target.resolve("lib"))) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "broker-*.jar")) {
            for (Path jar : jars) {
                return Optional.of(jar);
            }
            return Optional.empty();
        } catch (java.io.IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Path code() {
        try {
            return Path.of(Home.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException odd) {
            return Path.of("").toAbsolutePath();
        }
    }

    private static Stream<Path> upwards(Path from) {
        return Stream.iterate(from, one -> one != null, Path::getParent);
    }
}
