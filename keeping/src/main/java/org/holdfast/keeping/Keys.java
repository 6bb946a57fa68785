package org.holdfast.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies the folder of the key files, apart from the data: whoever has both reads everything. */
public final class Keys {

    private Keys() {}

    /** Copies every file into a folder that is not there yet or is empty, readable by its owner only; says how many. */
    public static int copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            throw new BackupRefused(from + " is not there: no keys to copy.");
        }
        requireEmpty(to);
        Private.folder(to);
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Private.folder(copy.resolveSibling("."));
            Private.file(copy);
            Files.write(copy, Files.readAllBytes(file));
        }
        return files.size();
    }

    /** Fails where key files are already: keys are never written over others. */
    public static void requireEmpty(Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> inside = Files.list(to)) {
                if (inside.findAny().isPresent()) {
                    throw new BackupRefused(to + " is not empty; keys are never written over others.");
                }
            }
        }
    }

    /** Whether data and keys would lie on one disk, so that whoever takes it has both. */
    public static boolean sameDisk(Path data, Path keys) throws IOException {
        return Files.getFileStore(data).equals(Files.getFileStore(keys));
    }
}
