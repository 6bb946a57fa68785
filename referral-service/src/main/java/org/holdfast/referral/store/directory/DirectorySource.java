package org.holdfast.referral.store.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the directory comes from: a folder that was set, or the small fictional one that is shipped.
 *
 * @param folder the files
 * @param kind how they are read
 */
public record DirectorySource(Folder folder, Kind kind) {

    /** The name of the shipped directory, none of which exists. */
    public static final String FICTIONAL = "fictional";

    /** Goes up when an importer reads the same files differently, so that they are read again. */
    private static final String READING = "1";

    private static final List<String> FILES = List.of(
            "services.json",
            "taxonomy_terms.json",
            "services.csv",
            "locations.csv",
            "organizations.csv",
            "phones.csv",
            "addresses.csv",
            "taxonomy.csv",
            "service_categories.json");

    /** How a folder is read. */
    public enum Kind {
        SHIPPED,
        HSDS,
        CHARMCARE
    }

    /** The source that the setting names; empty is the shipped one. Fails clearly when the folder cannot be read. */
    public static DirectorySource of(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return new DirectorySource(Folder.shipped("directory/fictional"), Kind.SHIPPED);
        }
        Folder folder = Folder.of(Path.of(setting));
        try {
            if (CharmcareExport.isIn(folder)) {
                return new DirectorySource(folder, Kind.CHARMCARE);
            }
            if (HsdsFolder.isIn(folder)) {
                return new DirectorySource(folder, Kind.HSDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("holdfast.referral.directory: " + setting
                + " holds neither services.csv with service_categories.json nor services.json");
    }

    /** The name that its listings keep. */
    public String name() {
        return switch (kind) {
            case SHIPPED -> FICTIONAL;
            case CHARMCARE -> CharmcareExport.SOURCE;
            case HSDS -> "hsds";
        };
    }

    Imported read(double reachKm) {
        try {
            return kind == Kind.CHARMCARE
                    ? CharmcareExport.read(folder, reachKm)
                    : HsdsFolder.read(folder, name(), reachKm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for the same files read in the same way. */
    String fingerprint(double reachKm) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((READING + "/" + kind + "/" + reachKm).getBytes(StandardCharsets.UTF_8));
            for (String file : FILES) {
                Optional<InputStream> plain = folder.raw(file);
                Optional<InputStream> there = plain.isPresent() ? plain : folder.raw(file + ".gz");
                if (there.isPresent()) {
                    try (InputStream in = new DigestInputStream(there.get(), digest)) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
