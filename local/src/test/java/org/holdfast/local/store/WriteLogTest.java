package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was forced is found again in its order, and an end that was cut off is not taken for anything. */
class WriteLogTest {

    private static final int SIZE = 65_536;

    /** BSON ends with some: a cut within them cuts off nothing. */
    private static final int TRAILING_ZEROS = 5;

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("store.log");
    }

    @Test
    void findsWhatWasForcedInItsOrder() throws IOException {
        write(1, 2, 3);
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            assertThat(log.found()).containsExactly(entry(1), entry(2), entry(3));
            log.add(entry(4));
            log.force();
        }
        assertThat(numbers()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatWasNotForcedIsNotThere() throws IOException {
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            log.add(entry(1));
            assertThat(log.isEmpty()).isFalse();
        }
        assertThat(numbers()).isEmpty();
    }

    @Test
    void anEndThatWasCutOffAnywhereIsNotBelievedAndIsKept() throws IOException {
        write(1);
        int first = used();
        write(2);
        byte[] whole = Files.readAllBytes(path);
        int last = used();
        for (int end = first + 1; end < last - TRAILING_ZEROS; end++) {
            byte[] cut = whole.clone();
            Arrays.fill(cut, end, whole.length, (byte) 0);
            Files.write(path, cut);
            assertThat(numbers()).as("cut off after %d bytes", end).containsExactly(1L);
        }
        assertThat(passedOver()).isPositive();
    }

    @Test
    void aByteThatChangedEndsWhatIsBelieved() throws IOException {
        write(1);
        int first = used();
        write(2, 3);
        byte[] whole = Files.readAllBytes(path);
        int last = used();
        for (int at = first; at < last; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(path, changed);
            assertThat(numbers()).as("byte %d changed", at).isIn(List.of(1L), List.of(1L, 2L));
        }
        assertThat(passedOver()).isPositive();
    }

    @Test
    void whatCouldNotBeReadIsNotMetAgain() throws IOException {
        write(1);
        int first = used();
        write(2, 3);
        byte[] changed = Files.readAllBytes(path);
        changed[first + 20] ^= 0x10;
        Files.write(path, changed);
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            log.empty();
            log.add(entry(2));
            log.force();
        }
        assertThat(passedOver()).isEqualTo(1);
        assertThat(numbers()).containsExactly(2L);
        assertThat(passedOver()).isEqualTo(1);
    }

    @Test
    void aWholeLogIsPassedOverNowhere() throws IOException {
        write(1, 2);
        assertThat(numbers()).containsExactly(1L, 2L);
        assertThat(passedOver()).isZero();
    }

    @Test
    void beginsAnewOverWhatWasThere() throws IOException {
        write(1, 2, 3, 4, 5);
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            log.add(entry(6));
            log.empty();
            assertThat(log.isEmpty()).isTrue();
            log.add(entry(7));
            log.force();
        }
        assertThat(numbers()).containsExactly(7L);
        assertThat(passedOver()).isZero();
    }

    @Test
    void whatIsTooLargeIsNotTaken() throws IOException {
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            Document large = new Document("insert", "contacts")
                    .append("documents", List.of(new Document("_id", "x".repeat(2 << 20))));
            assertThat(log.add(new WriteLog.Entry(1, "desk", large))).isFalse();
            assertThat(log.isEmpty()).isTrue();
            log.add(entry(1));
            log.force();
        }
        assertThat(numbers()).containsExactly(1L);
    }

    @Test
    void isFullAfterSoManyWrites() throws IOException {
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            for (int i = 1; i <= 250; i++) {
                log.add(entry(i));
                assertThat(log.isFull()).as("after %d", i).isFalse();
            }
            log.add(entry(251));
            assertThat(log.isFull()).isTrue();
        }
    }

    @Test
    void isFullBeforeItGrows() throws IOException {
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            Document half = new Document("insert", "contacts")
                    .append("documents", List.of(new Document("_id", "x".repeat(1_000_000))));
            for (int i = 1; !log.isFull(); i++) {
                assertThat(i).isLessThan(8);
                log.add(new WriteLog.Entry(i, "desk", half));
            }
        }
    }

    /** Where the end stands. */
    private int used() throws IOException {
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path));
        int end = 0;
        while (all.getInt(end) > 0) {
            end += 2 * Integer.BYTES + all.getInt(end);
        }
        return end;
    }

    private long passedOver() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(one -> one.getFileName().toString().contains("passed-over"))
                    .count();
        }
    }

    private void write(long... numbers) throws IOException {
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            LongStream.of(numbers).mapToObj(WriteLogTest::entry).forEach(log::add);
            log.force();
        }
    }

    private List<Long> numbers() throws IOException {
        try (WriteLog log = WriteLog.open(path, SIZE)) {
            return log.found().stream().map(WriteLog.Entry::number).toList();
        }
    }

    private static WriteLog.Entry entry(long number) {
        return new WriteLog.Entry(
                number,
                "desk",
                new Document("insert", "contacts").append("documents", List.of(new Document("_id", "ü"))));
    }
}
