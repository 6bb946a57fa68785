package org.holdfast.keeping;

import com.mongodb.client.MongoCollection;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.bson.RawBsonDocument;

/** A file of BSON documents, one after the other, as the database's own tools write and read it too. */
record BsonFile(Path path) {

    private static final int LARGEST = 64 * 1024 * 1024;

    /** Writes every document of the collection, on disk when it returns. */
    Manifest.Saved save(Order.Place place, MongoCollection<RawBsonDocument> collection) throws IOException {
        MessageDigest digest = sha256();
        long count = 0;
        Private.folder(path.resolveSibling("."));
        Private.file(path);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(
                        new java.io.BufferedOutputStream(Channels.newOutputStream(channel)), digest);
                var found = collection.find().iterator()) {
            while (found.hasNext()) {
                ByteBuffer bytes = found.next().getByteBuffer().asNIO();
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                out.write(copy);
                count++;
            }
            out.flush();
            channel.force(true);
        }
        return new Manifest.Saved(
                place.database(), place.collection(), count, HexFormat.of().formatHex(digest.digest()));
    }

    /** The checksum of the file as it lies there. */
    String sum() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(path)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hands over every document in turn, and says how many there were. */
    long each(Consumer<RawBsonDocument> taker) throws IOException {
        long count = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            byte[] head = new byte[4];
            while (in.readNBytes(head, 0, 4) == 4) {
                int length =
                        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
                if (length < 5 || length > LARGEST) {
                    throw new BackupRefused(path + " is not a file of BSON documents.");
                }
                byte[] whole = new byte[length];
                System.arraycopy(head, 0, whole, 0, 4);
                in.readFully(whole, 4, length - 4);
                taker.accept(new RawBsonDocument(whole));
                count++;
            }
        }
        return count;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
