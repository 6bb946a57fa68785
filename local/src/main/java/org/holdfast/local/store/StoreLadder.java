package org.holdfast.local.store;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the store to use: the MongoDB that is given; else a {@code mongod} on the PATH, as a child process; else the trial store. */
public final class StoreLadder {

    private final Path directory;
    private final int port;
    private final String path;

    /**
     * @param directory where a store of our own keeps its files
     * @param port the loopback port of a store of our own
     * @param path the directories searched for {@code mongod}, as in the environment variable PATH
     */
    public StoreLadder(Path directory, int port, String path) {
        this.directory = directory;
        this.port = port;
        this.path = path;
    }

    /**
     * Starts what has to be started and returns when it can be used.
     *
     * @param given the URI of a MongoDB that is already there, or nothing
     * @throws StoreUnavailable with a message to be shown as it is
     */
    public RunningStore open(@Nullable String given) {
        if (given != null && !given.isBlank()) {
            return new RunningStore(given, "the MongoDB you gave", false, () -> {});
        }
        Optional<Path> mongod = mongod();
        if (mongod.isPresent()) {
            MongodProcess process = MongodProcess.start(mongod.get(), directory.resolve("mongod"), port);
            return new RunningStore(
                    process.uri(), "MongoDB as a child process (" + mongod.get() + ")", false, process::close);
        }
        TrialStore store = TrialStore.start(directory.resolve("trial"), port);
        return new RunningStore(
                store.uri(),
                "for trial use: no MongoDB given and no mongod on the PATH, so the store built in is used",
                true,
                store::close);
    }

    private Optional<Path> mongod() {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(one -> !one.isBlank())
                .map(one -> Path.of(one, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
