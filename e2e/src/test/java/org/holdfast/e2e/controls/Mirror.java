package org.holdfast.e2e.controls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.holdfast.e2e.rules.Sources;

/** The project's folder once more, of links, in which one file is other: for tests that read sources and resources as files. */
final class Mirror {

    private static final Path SOURCES = Path.of("src");

    private Mirror() {}

    static Path of(Path folder, Path file, String text) {
        try {
            for (Path entry : entries(Sources.ROOT)) {
                if (Files.exists(entry.resolve("pom.xml"))) {
                    module(folder, entry, file);
                } else {
                    linkOrCopy(folder, entry, file.startsWith(Sources.ROOT.relativize(entry)));
                }
            }
            Files.writeString(folder.resolve(file), text);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing of what a trial left behind; links are not followed. */
    static void clear(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.toList().reversed()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of its own even where nothing is other, because a process sees a link to a folder as that folder. */
    private static void module(Path folder, Path module, Path file) throws IOException {
        Path name = Sources.ROOT.relativize(module);
        for (Path entry : entries(module)) {
            boolean own = file.startsWith(name) && entry.endsWith(SOURCES);
            linkOrCopy(folder, entry, own || Sources.ROOT.relativize(entry).equals(file));
        }
    }

    private static void linkOrCopy(Path folder, Path entry, boolean copy) throws IOException {
        Path there = folder.resolve(Sources.ROOT.relativize(entry));
        Files.createDirectories(there.getParent());
        if (!copy) {
            Files.createSymbolicLink(there, entry);
            return;
        }
        try (Stream<Path> all = Files.walk(entry)) {
            for (Path path : all.toList()) {
                Files.copy(path, folder.resolve(Sources.ROOT.relativize(path)));
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
