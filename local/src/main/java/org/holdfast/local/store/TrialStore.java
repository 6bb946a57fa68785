package org.holdfast.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** A server on loopback that speaks MongoDB's wire protocol, on a file and its log: for trial use and tests, where no MongoDB is at hand. */
public final class TrialStore implements AutoCloseable {

    /** A command is worked off on its connection's thread, which waits for the commit: few threads would make small groups. */
    private static final int CONNECTION_THREADS = 48;

    private static final int OLD_CHUNKS_KEPT_MILLIS = 1_000;

    private final MongoServer server;
    private final DurableBackend backend;
    private final int port;

    private TrialStore(MongoServer server, DurableBackend backend, int port) {
        this.server = server;
        this.backend = backend;
        this.port = port;
    }

    /**
     * Opens the file and listens.
     *
     * @param directory holds the store's file and its log; made when it is not there
     * @param port on loopback; 0 for any free one
     * @throws StoreUnavailable when the port is taken or another process has the file open
     */
    public static TrialStore start(Path directory, int port) {
        return start(directory, port, InetAddress.getLoopbackAddress());
    }

    /** Listens at an address of the caller's choice: the store knows neither passwords nor TLS, so nobody else may reach it there. */
    static TrialStore start(Path directory, int port, InetAddress address) {
        Path file = directory.resolve("store.mv");
        MVStore opened = open(directory, file);
        DurableBackend backend = backend(opened, directory.resolve("store.log"));
        MongoServer server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress(address, port), 1, CONNECTION_THREADS);
        } catch (Exception taken) {
            throw new StoreUnavailable(
                    "port " + port
                            + " is taken: stop the program that listens there, or choose another port for the store",
                    taken);
        }
        return new TrialStore(server, backend, server.getLocalAddress().getPort());
    }

    private static DurableBackend backend(MVStore file, Path log) {
        try {
            return new DurableBackend(new FileBackend(file), WriteLog.open(log));
        } catch (IOException | RuntimeException unable) {
            file.closeImmediately();
            throw new StoreUnavailable(
                    "what the store's log " + log + " has cannot be done again, and stays as it is: "
                            + unable.getMessage(),
                    unable);
        }
    }

    private static MVStore open(Path directory, Path file) {
        try {
            Files.createDirectories(directory);
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            store.setRetentionTime(OLD_CHUNKS_KEPT_MILLIS);
            return store;
        } catch (MVStoreException | IOException unable) {
            throw new StoreUnavailable(
                    "the store's file " + file + " cannot be opened; another stack may be using it: "
                            + unable.getMessage(),
                    unable);
        }
    }

    /** Where clients connect. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** Whether a write could not be put on disk; nothing more is acknowledged then. */
    public boolean isBroken() {
        return backend.isBroken();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
