package org.holdfast.e2e.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments of {@code java} with which the processes of a stack are started.
 *
 * @param folder where their data is
 * @param kafka the broker's port
 * @param controller the port on which the broker agrees with itself
 * @param mongodb the store's port
 */
record Commands(Path folder, int kafka, int controller, int mongodb) {

    List<String> broker() {
        try (Stream<Path> jars = Files.list(Path.of("..", "broker", "target"))) {
            Path jar = jars.filter(path -> path.getFileName().toString().matches("broker-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("broker/target has no jar: build it first"));
            return List.of(
                    "-jar",
                    jar.toAbsolutePath().toString(),
                    "--directory=" + folder.resolve("kafka"),
                    "--port=" + kafka,
                    "--controller-port=" + controller,
                    "--tied");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> store() {
        return java(List.of(
                "org.holdfast.local.store.StoreMain", folder.resolve("store").toString(), "" + mongodb));
    }

    /** Everything that the tests see is on the class path. */
    static List<String> java(List<String> command) {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> all = new ArrayList<>(List.of("-cp", path));
        all.addAll(command);
        return all;
    }
}
