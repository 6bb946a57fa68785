package org.holdfast.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writes since the store's file was last put on disk as a whole, in their order: one append makes many of them durable, where the
 * file would write every page that they touched. Used by one thread.
 *
 * <p>An entry is its length and its CRC-32C, four bytes each, and a BSON document; a length of zero is the end. The file has its full
 * size from the beginning and is written over from its start, because a file that grows is forced more slowly: what follows the end
 * is of before. An end that was cut off while it was being written holds nothing that was answered. Nobody can tell it from damage, so
 * that it is said, and the file kept.
 */
final class WriteLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteLog.class);

    /** Putting the file on disk is a moment in which nobody is answered: it must not be long, so it comes after so many writes. */
    private static final int MOST_WRITES = 250;

    private static final int SIZE_BYTES = 8 << 20;
    private static final int MOST_BYTES = SIZE_BYTES - (2 << 20);
    private static final int LARGEST_BYTES = 1 << 20;
    private static final int HEAD_BYTES = 2 * Integer.BYTES;
    private static final String NUMBER = "number";
    private static final String DATABASE = "database";
    private static final String COMMAND = "command";

    /**
     * A write.
     *
     * @param number counts all writes ever
     */
    record Entry(long number, String database, Document command) {

        private Document document() {
            return new Document(NUMBER, number).append(DATABASE, database).append(COMMAND, command);
        }

        private static Entry of(Document document) {
            return new Entry(
                    (Long) Objects.requireNonNull(document.get(NUMBER)),
                    (String) Objects.requireNonNull(document.get(DATABASE)),
                    (Document) Objects.requireNonNull(document.get(COMMAND)));
        }
    }

    private final FileChannel file;
    private final List<ByteBuffer> added = new ArrayList<>();
    private final List<Entry> found;
    private int writes;
    private long pending;
    private boolean emptied;
    private boolean cut;

    private WriteLog(FileChannel file, List<Entry> found, boolean cut) {
        this.file = file;
        this.found = found;
        this.cut = cut;
    }

    /** Opens it, and reads what is in it; makes it when it is not there. */
    static WriteLog open(Path path) throws IOException {
        return open(path, SIZE_BYTES);
    }

    /** As {@link #open(Path)}, with another size. */
    static WriteLog open(Path path, int size) throws IOException {
        byte[] all = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        ByteBuffer read = ByteBuffer.wrap(all);
        List<Entry> found = entries(read);
        boolean cut = false;
        if (read.remaining() >= HEAD_BYTES && read.getInt(read.position()) != 0) {
            Path kept =
                    Files.createTempFile(path.toAbsolutePath().getParent(), path.getFileName() + ".passed-over-", "");
            Files.write(kept, all);
            cut = true;
            LOG.error(
                    "What {} holds after byte {} cannot be read: an end that was cut off, or damage. It is kept as {}",
                    path,
                    read.position(),
                    kept);
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.size() < size) {
            file.write(ByteBuffer.allocate(size - (int) file.size()), file.size());
        }
        file.force(true);
        file.position(read.position());
        return new WriteLog(file, found, cut);
    }

    /** The entries that can be read; leaves the buffer after the last of them. */
    private static List<Entry> entries(ByteBuffer bytes) {
        List<Entry> entries = new ArrayList<>();
        while (bytes.remaining() > HEAD_BYTES) {
            int begin = bytes.position();
            int length = bytes.getInt();
            int sum = bytes.getInt();
            byte[] bson = new byte[length > 0 && length <= bytes.remaining() ? length : 0];
            bytes.get(bson);
            if (bson.length == 0 || sum != sum(bson)) {
                bytes.position(begin);
                break;
            }
            entries.add(Entry.of(StoredDocument.decoded(bson)));
        }
        return entries;
    }

    /** What was in it when it was opened, in the order of writing. */
    List<Entry> found() {
        return found;
    }

    /** Whether it has taken so much since it was last emptied that the store's file should be put on disk. */
    boolean isFull() throws IOException {
        return writes > MOST_WRITES || file.position() + pending > MOST_BYTES;
    }

    /** Whether it has taken nothing since it was last emptied. */
    boolean isEmpty() {
        return writes == 0;
    }

    /**
     * Takes a write, as it stands now; durable only after {@link #force}.
     *
     * @return false when it is too large to be kept here
     */
    boolean add(Entry entry) {
        byte[] bson = StoredDocument.encoded(entry.document());
        if (bson.length > LARGEST_BYTES) {
            return false;
        }
        ByteBuffer whole = ByteBuffer.allocate(HEAD_BYTES + bson.length);
        added.add(whole.putInt(bson.length).putInt(sum(bson)).put(bson).flip());
        pending += whole.limit();
        writes++;
        emptied = false;
        return true;
    }

    /** Puts on disk what was added, and the end after it; returns when it is there. */
    void force() throws IOException {
        if (added.isEmpty()) {
            return;
        }
        added.add(ByteBuffer.allocate(HEAD_BYTES));
        ByteBuffer[] all = added.toArray(ByteBuffer[]::new);
        while (all[all.length - 1].hasRemaining()) {
            file.write(all);
        }
        file.force(false);
        file.position(file.position() - HEAD_BYTES);
        added.clear();
        pending = 0;
    }

    /** Begins anew: the store's file is on disk with all writes so far, and says so. */
    void empty() throws IOException {
        added.clear();
        pending = 0;
        if (cut) {
            wipe();
        }
        file.position(0);
        writes = 0;
        emptied = true;
    }

    /** What could not be read is kept elsewhere; here it must not be met again, nor what stands behind it. */
    private void wipe() throws IOException {
        int size = (int) file.size();
        file.write(ByteBuffer.allocate(size - HEAD_BYTES), HEAD_BYTES);
        file.force(false);
        file.write(ByteBuffer.allocate(HEAD_BYTES), 0);
        file.force(false);
        cut = false;
    }

    private static int sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    /** What was emptied holds nothing after this either; before, what is of before is known by its numbers. */
    @Override
    public void close() {
        try (file) {
            if (emptied) {
                file.write(ByteBuffer.allocate(HEAD_BYTES), 0);
                file.force(false);
            }
        } catch (IOException gone) {
            LOG.warn("The log did not close cleanly: {}", gone.toString());
        }
    }
}
