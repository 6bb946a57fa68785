package org.holdfast.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders that only their owner can read, from their first moment on. */
final class Private {

    private Private() {}

    static void folder(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().normalize(), only(path, "rwx------"));
    }

    static void file(Path path) throws IOException {
        Files.createFile(path, only(path, "rw-------"));
    }

    private static FileAttribute<?>[] only(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
