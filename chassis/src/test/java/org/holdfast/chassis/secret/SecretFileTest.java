package org.holdfast.chassis.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    Path folder;

    @Test
    void isForItsOwnerOnlyAndLeavesNothingBeside() throws Exception {
        Path file = folder.resolve("deep/key");
        new SecretFile(file).createOnce("one");
        new SecretFile(file).replace("two");

        assertThat(file).hasContent("two");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryNotContaining(one -> !one.equals(file));
    }

    @Test
    void whoComesSecondChangesNothing() throws Exception {
        SecretFile file = new SecretFile(folder.resolve("key"));
        file.createOnce("first");
        file.createOnce("second");

        assertThat(file.path()).hasContent("first");
    }

    @Test
    void ofManyAtOnceOneIsRightAndNobodySeesHalf() throws Exception {
        Path path = folder.resolve("key");
        List<Callable<String>> makers = IntStream.range(0, 16)
                .<Callable<String>>mapToObj(i -> () -> {
                    new SecretFile(path).createOnce(Integer.toString(i).repeat(10_000));
                    return Files.readString(path);
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<String> read = new java.util.ArrayList<>();
            for (Future<String> one : threads.invokeAll(makers)) {
                read.add(one.get());
            }
            assertThat(read).containsOnly(Files.readString(path));
        }
    }
}
