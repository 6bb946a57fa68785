package org.holdfast.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers only what is on disk: a write waits for the commit that holds it, and a read sees what was committed.
 *
 * <p>The backend behind it keeps a document and its index entries in maps of their own. So reads, writes and commits take turns:
 * nobody sees, and no commit stores, half a change. Documents are stored encoded, so that an answer shares nothing with the store.
 */
final class DurableBackend implements MongoBackend {

    private static final Set<String> TALK = Set.of(
            "hello",
            "isMaster",
            "ismaster",
            "ping",
            "buildInfo",
            "buildinfo",
            "endSessions",
            "whatsmyuri",
            "getnonce",
            "serverStatus");
    private static final Set<String> READS = Set.of(
            "find",
            "getMore",
            "count",
            "distinct",
            "listCollections",
            "listIndexes",
            "listDatabases",
            "dbStats",
            "dbstats",
            "collStats",
            "collstats",
            "killCursors");
    private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);
    private static final String NUMBER = "number";

    private static final int LEAST_FILL_PERCENT = 50;
    private static final int COMPACTED_AT_ONCE_BYTES = 4 << 20;

    private final H2Backend behind;
    private final MVStore file;
    private final WriteLog log;
    private final MVMap<String, Long> done;
    private final GroupCommit commits;
    private long number;
    private boolean whole;

    /**
     * @param log the writes that the file may lack; they are done again before this returns
     */
    DurableBackend(H2Backend behind, WriteLog log) throws IOException {
        this.behind = behind;
        this.file = behind.getMvStore();
        this.log = log;
        this.done = file.openMap("log");
        this.number = done.getOrDefault(NUMBER, 0L);
        repeat();
        this.commits = new GroupCommit(this::commit, this::tidy);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document asked = message.getDocument();
        return inTurn(
                message.getDatabaseName(),
                asked.keySet().iterator().next(),
                asked,
                () -> behind.handleMessage(message));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return inTurn(database, command, query, () -> behind.handleCommand(channel, database, command, query));
    }

    private Document inTurn(String database, String command, Document asked, Supplier<Document> work) {
        if (TALK.contains(command)) {
            if (command.equals("ping") && isBroken()) {
                throw new IllegalStateException("the store answers nothing any more until it is started anew");
            }
            return work.get();
        }
        return onlyReads(command, asked) ? commits.read(work) : commits.write(() -> written(database, asked, work));
    }

    private static boolean onlyReads(String command, Document asked) {
        return READS.contains(command)
                || (command.equals("aggregate")
                        && asked.get("pipeline") instanceof List<?> steps
                        && steps.stream()
                                .noneMatch(step -> step instanceof Document one
                                        && (one.containsKey("$out") || one.containsKey("$merge"))));
    }

    /** The log has it before the write, which may change what it was asked; a state of the file always says which writes are in it. */
    private Document written(String database, Document asked, Supplier<Document> work) {
        boolean logged = Repeatable.is(asked) && log.add(new WriteLog.Entry(number + 1, database, asked));
        if (logged) {
            number++;
        } else {
            whole = true;
        }
        try {
            done.put(NUMBER, number);
            return work.get();
        } catch (MongoServerException refused) {
            throw refused;
        } catch (RuntimeException | Error failed) {
            // nobody knows how far it came: it must not be done again
            whole = true;
            throw failed;
        }
    }

    private void commit() throws IOException {
        if (file.isClosed()) {
            throw new IllegalStateException("the file is closed");
        }
        if (whole || log.isFull()) {
            commitWhole();
        } else {
            log.force();
        }
    }

    /** Writes the changed pages and forces them to the disk; the log of what changed them is of no use after that. */
    private void commitWhole() throws IOException {
        done.put(NUMBER, number);
        file.commit();
        file.sync();
        log.empty();
        whole = false;
    }

    private void tidy() {
        try {
            if (!file.isClosed() && !log.isEmpty()) {
                commitWhole();
            }
            if (!file.isClosed() && file.compact(LEAST_FILL_PERCENT, COMPACTED_AT_ONCE_BYTES)) {
                commitWhole();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Does again what was answered and is not in the file yet, as after a kill.
     *
     * @throws IllegalStateException when that cannot be; file and log are as they were
     */
    private void repeat() throws IOException {
        EmbeddedChannel nobody = new EmbeddedChannel();
        for (WriteLog.Entry entry : log.found()) {
            if (entry.number() > number + 1) {
                throw new IllegalStateException(
                        "the file has writes up to %d and the log begins with %d: they do not belong together"
                                .formatted(number, entry.number()));
            }
            if (entry.number() == number + 1) {
                number++;
                done.put(NUMBER, number);
                repeat(nobody, entry);
            }
        }
        behind.handleClose(nobody);
        commitWhole();
    }

    private void repeat(EmbeddedChannel nobody, WriteLog.Entry entry) {
        Document command = entry.command();
        String name = command.keySet().iterator().next();
        try {
            behind.handleCommand(nobody, entry.database(), name, command);
        } catch (MongoServerException refused) {
            LOG.info("A write was refused again, as it was when it was asked for: {} {}", name, entry.number());
        }
    }

    /** Whether a commit has failed, so that nothing more is acknowledged until a restart. */
    boolean isBroken() {
        return commits.isBroken();
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return behind.handleQuery(query);
    }

    @Override
    public void handleClose(Channel channel) {
        behind.handleClose(channel);
    }

    @Override
    public void dropDatabase(String database) {
        commits.write(() -> {
            whole = true;
            behind.dropDatabase(database);
            return database;
        });
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return behind.getCurrentOperations(query);
    }

    @Override
    public Document getServerStatus() {
        return behind.getServerStatus();
    }

    @Override
    public void closeCursors(List<Long> cursors) {
        behind.closeCursors(cursors);
    }

    @Override
    public Clock getClock() {
        return behind.getClock();
    }

    @Override
    public void enableOplog() {
        behind.enableOplog();
    }

    @Override
    public void disableOplog() {
        behind.disableOplog();
    }

    @Override
    public MongoDatabase resolveDatabase(String database) {
        return behind.resolveDatabase(database);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        behind.version(version);
        return this;
    }

    @Override
    public void close() {
        commits.close();
        try {
            if (!isBroken() && !file.isClosed()) {
                commitWhole();
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warn("What the log has is done again at the next start: {}", failed.toString());
        } finally {
            log.close();
            behind.close();
        }
    }
}
