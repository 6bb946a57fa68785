package org.holdfast.referral.store.directory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the data that nobody on the team wrote, beside the project or where {@code -Dholdfast.test.data} says. */
public final class RealDirectories {

    private RealDirectories() {}

    /** The folder of Baltimore's export; the test is skipped with a clear word when it is not there. */
    public static Path baltimore() {
        Path folder = Path.of(System.getProperty("holdfast.test.data", "../../shared/data"))
                .resolve("hsds/baltimore-charmcare-2019")
                .toAbsolutePath()
                .normalize();
        assumeTrue(
                Files.isDirectory(folder),
                "NOT RUN: the Baltimore directory is not at " + folder + "; set -Dholdfast.test.data=<folder>");
        return folder;
    }
}
