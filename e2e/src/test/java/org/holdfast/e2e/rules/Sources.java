package org.holdfast.e2e.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, as they are read by the rules that ArchUnit cannot hold. */
public final class Sources {

    public static final Path ROOT = root();

    private Sources() {}

    /** Every file with this ending under {@code src/<part>} of every module. */
    public static List<Path> of(String part, String ending) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            List<Path> folders = modules.map(module -> module.resolve("src").resolve(part))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            return folders.stream().flatMap(folder -> under(folder, ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> under(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("chassis/pom.xml"))) {
            here = here.getParent();
        }
        return here;
    }
}
