package org.holdfast.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Writes documents to the file as BSON, in place of Java serialization: a third of the size and of the time. */
final class StoredDocument extends BasicDataType<Document> {

    static final StoredDocument TYPE = new StoredDocument();

    private static final int OBJECT_BYTES = 24;

    private StoredDocument() {}

    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    private static int memory(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                int sum = OBJECT_BYTES;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    sum += OBJECT_BYTES + (entry.getValue() == null ? 0 : memory(entry.getValue()));
                }
                yield sum;
            }
            case Collection<?> many -> {
                int sum = OBJECT_BYTES;
                for (Object one : many) {
                    sum += one == null ? 0 : memory(one);
                }
                yield sum;
            }
            case String text -> OBJECT_BYTES + text.length();
            default -> OBJECT_BYTES;
        };
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        ByteBuf bytes = Unpooled.buffer(1_024);
        try {
            BsonEncoder.encodeDocument(document, bytes);
            target.putInt(bytes.readableBytes());
            target.put(bytes.nioBuffer());
        } finally {
            bytes.release();
        }
    }

    @Override
    public Document read(ByteBuffer source) {
        int length = source.getInt();
        ByteBuffer bytes = source.slice(source.position(), length);
        source.position(source.position() + length);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
