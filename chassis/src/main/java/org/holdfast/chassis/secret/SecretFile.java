package org.holdfast.chassis.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a secret: for its owner only from the first moment, and there as a whole or not at all, whenever the process ends. */
public record SecretFile(Path path) {

    public SecretFile {
        path = path.toAbsolutePath();
    }

    /**
     * Makes the file, and the folder it is in. Of two that make it at once the first is right: read the file afterwards.
     *
     * @throws IOException when it cannot be written; then it is as it was
     */
    public void createOnce(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Path written = written(text);
        try {
            link(written);
        } catch (FileAlreadyExistsException other) {
            // the other one's secret is as good, and the only one that may be used
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /**
     * Puts this text in the place of what is there.
     *
     * @throws IOException when it cannot be written; then it is as it was
     */
    public void replace(String text) throws IOException {
        Path written = written(text);
        try {
            Files.move(written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Fails, atomically, where another was first; where there are no links, as on some disks that are shared, it is only likely to. */
    private void link(Path written) throws IOException {
        try {
            Files.createLink(path, written);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(written, path);
        } catch (FileAlreadyExistsException other) {
            throw other;
        } catch (FileSystemException noLinks) {
            Files.move(written, path);
        }
    }

    private Path written(String text) throws IOException {
        Path temporary =
                Files.createTempFile(path.getParent(), path.getFileName().toString(), ".new");
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
            }
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            whole = true;
            return temporary;
        } finally {
            if (!whole) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
