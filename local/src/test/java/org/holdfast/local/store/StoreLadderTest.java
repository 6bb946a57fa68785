package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three rungs of the ladder, each taken only when the one above is not there. */
class StoreLadderTest {

    @TempDir
    Path directory;

    @Test
    void usesTheMongoDbThatIsGivenAndStartsNothing() throws Exception {
        try (RunningStore store =
                new StoreLadder(directory.resolve("data"), freePort(), fakeMongod()).open("mongodb://db.example")) {
            assertThat(store.uri()).isEqualTo("mongodb://db.example");
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void startsTheMongodOnThePathAndEndsItAgain() throws Exception {
        int port = freePort();
        try (RunningStore store = new StoreLadder(directory, port, "/nowhere:" + fakeMongod()).open(null)) {
            assertThat(store.kind()).contains("child process");
            writesAndReads(store.uri());
        }
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void fallsBackToTheTrialStoreAndSaysSo() throws Exception {
        try (RunningStore store = new StoreLadder(directory, freePort(), "/nowhere").open(" ")) {
            assertThat(store.kind()).startsWith("for trial use").doesNotContain("\n");
            writesAndReads(store.uri());
        }
    }

    @Test
    void saysWhereAMongodThatEndsAtOnceTellsWhy() throws Exception {
        Path broken = script("echo no such thing as a database >&2; exit 1");
        assertThatThrownBy(() -> new StoreLadder(directory, freePort(), broken.toString()).open(null))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("mongod.log");
        assertThat(directory.resolve("mongod/mongod.log")).content().contains("no such thing as a database");
    }

    private static void writesAndReads(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            client.getDatabase("t").getCollection("c").insertOne(new Document("_id", 1));
            assertThat(client.getDatabase("t").getCollection("c").find().first())
                    .containsEntry("_id", 1);
        }
    }

    /** Stands in for mongod: same arguments, same wire protocol. */
    private String fakeMongod() throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        String run = "exec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + StoreMain.class.getName() + " \"$2\" \"$4\" < '" + endlessInput() + "'";
        return script(run).toString();
    }

    /** A pipe that nobody writes to and that never ends: the stand-in's own watch over its input must not end it here. */
    private Path endlessInput() throws IOException {
        Path pipe = directory.resolve("pipe");
        try {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Path.of("/proc/self/fd/9");
    }

    private Path script(String command) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path program = Files.writeString(
                bin.resolve("mongod"), "#!/bin/sh\nexec 9<>'" + directory.resolve("pipe") + "'\n" + command + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return bin;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
