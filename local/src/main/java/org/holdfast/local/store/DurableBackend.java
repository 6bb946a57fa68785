package org.holdfast.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Answers only what is on disk: a write waits for the commit that holds it, and a read sees what was committed.
 *
 * <p>The backend behind it changes documents in place and keeps a document and its index entries in maps of their own. So reads,
 * writes and commits take turns, and answers are copies: nobody sees, and no commit stores, half a change.
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
    private static final int LEAST_FILL_PERCENT = 50;
    private static final int COMPACTED_AT_ONCE_BYTES = 4 << 20;

    private final H2Backend behind;
    private final MVStore file;
    private final GroupCommit commits;

    DurableBackend(H2Backend behind) {
        this.behind = behind;
        this.file = behind.getMvStore();
        this.commits = new GroupCommit(this::commit, this::tidy);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document asked = message.getDocument();
        return inTurn(asked.keySet().iterator().next(), asked, () -> behind.handleMessage(message));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return inTurn(command, query, () -> behind.handleCommand(channel, database, command, query));
    }

    private Document inTurn(String command, Document asked, Supplier<Document> work) {
        if (TALK.contains(command)) {
            if (command.equals("ping") && isBroken()) {
                throw new IllegalStateException("the store answers nothing any more until it is started anew");
            }
            return work.get();
        }
        Supplier<Document> copied = () -> work.get().cloneDeeply();
        return onlyReads(command, asked) ? commits.read(copied) : commits.write(copied);
    }

    private static boolean onlyReads(String command, Document asked) {
        return READS.contains(command)
                || (command.equals("aggregate")
                        && asked.get("pipeline") instanceof List<?> steps
                        && steps.stream()
                                .noneMatch(step -> step instanceof Document one
                                        && (one.containsKey("$out") || one.containsKey("$merge"))));
    }

    /** Writes the changed pages and forces them to the disk. */
    private void commit() {
        file.commit();
        file.sync();
    }

    private void tidy() {
        if (!file.isClosed() && file.compact(LEAST_FILL_PERCENT, COMPACTED_AT_ONCE_BYTES)) {
            commit();
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
        behind.close();
    }
}
