package org.holdfast.referral.store.directory;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The files of a directory source, on disk or shipped with the product; {@code x.csv} may also stand there as {@code x.csv.gz}. */
public interface Folder {

    /** Opens the file as it stands, or empty when it is not there. */
    Optional<InputStream> raw(String file) throws IOException;

    /** What a person calls it. */
    String name();

    /** Whether the file is there, plain or compressed. */
    default boolean has(String file) throws IOException {
        try (InputStream plain = raw(file).or(() -> quietly(file + ".gz")).orElse(null)) {
            return plain != null;
        }
    }

    /** Opens the file, plain or compressed; fails when it is not there. */
    default InputStream open(String file) throws IOException {
        Optional<InputStream> plain = raw(file);
        if (plain.isPresent()) {
            return plain.get();
        }
        return new GZIPInputStream(
                raw(file + ".gz").orElseThrow(() -> new FileNotFoundException(file + " is not in " + name())));
    }

    private Optional<InputStream> quietly(String file) {
        try {
            return raw(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A folder on disk. */
    static Folder of(Path path) {
        return new Folder() {
            @Override
            public Optional<InputStream> raw(String file) throws IOException {
                Path there = path.resolve(file);
                return Files.isReadable(there) ? Optional.of(Files.newInputStream(there)) : Optional.empty();
            }

            @Override
            public String name() {
                return path.toString();
            }
        };
    }

    /** A folder shipped with the product. */
    static Folder shipped(String path) {
        return new Folder() {
            @Override
            public Optional<InputStream> raw(String file) {
                return Optional.ofNullable(Folder.class.getClassLoader().getResourceAsStream(path + "/" + file));
            }

            @Override
            public String name() {
                return "the shipped folder " + path;
            }
        };
    }
}
