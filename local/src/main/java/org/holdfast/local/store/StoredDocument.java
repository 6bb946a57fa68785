package org.holdfast.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Documents as they stand in the file: BSON, encoded when a document changes and decoded when it is asked for. A page of the file holds
 * many of them, and is written for a change of one: the others are copied as they are.
 */
final class StoredDocument extends BasicDataType<byte[]> {

    static final StoredDocument TYPE = new StoredDocument();

    private static final int OBJECT_BYTES = 24;
    private static final int USUAL_BYTES = 1_024;

    private StoredDocument() {}

    /** The document as BSON. */
    static byte[] encoded(Document document) {
        ByteBuf bytes = Unpooled.buffer(USUAL_BYTES);
        try {
            BsonEncoder.encodeDocument(document, bytes);
            return Arrays.copyOf(bytes.array(), bytes.readableBytes());
        } finally {
            bytes.release();
        }
    }

    /** A document of its own: whoever changes it changes nothing that is stored. */
    static Document decoded(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    @Override
    public int getMemory(byte[] bson) {
        return OBJECT_BYTES + bson.length;
    }

    @Override
    public void write(WriteBuffer target, byte[] bson) {
        target.putInt(bson.length).put(bson);
    }

    @Override
    public byte[] read(ByteBuffer source) {
        byte[] bson = new byte[source.getInt()];
        source.get(bson);
        return bson;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
