package org.holdfast.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Orders and writes the keys of an index; the type in place of it would serialize both keys for every comparison. */
final class StoredKey extends BasicDataType<KeyValue> {

    static final StoredKey TYPE = new StoredKey();

    private static final byte MISSING = 0x7f;
    private static final int VALUE_BYTES = 64;
    private static final byte TEXT = 0x02;
    private static final int TEXT_AT = Integer.BYTES;
    private static final int AROUND_TEXT = TEXT_AT + 1;

    private StoredKey() {}

    @Override
    public int compare(KeyValue one, KeyValue other) {
        int order = Integer.compare(one.size(), other.size());
        for (int i = 0; order == 0 && i < one.size(); i++) {
            order = compareValues(one.get(i), other.get(i));
        }
        return order;
    }

    /** The order of values: texts and moments in their own, others in one that only stays the same. */
    static int compareValues(@Nullable Object one, @Nullable Object other) {
        if (one instanceof String first && other instanceof String second) {
            return first.compareTo(second);
        }
        if (one instanceof Instant first && other instanceof Instant second) {
            return first.compareTo(second);
        }
        byte type = type(one);
        int order = Byte.compare(type, type(other));
        return order != 0 || type == MISSING ? order : Arrays.compareUnsigned(bytes(type, one), bytes(type, other));
    }

    private static byte type(@Nullable Object value) {
        return value instanceof Missing ? MISSING : BsonEncoder.determineType(value);
    }

    private static byte[] bytes(byte type, @Nullable Object value) {
        ByteBuf encoded = Unpooled.buffer(VALUE_BYTES);
        try {
            BsonEncoder.encodeValue(type, value, encoded);
            return Arrays.copyOf(encoded.array(), encoded.readableBytes());
        } finally {
            encoded.release();
        }
    }

    @Override
    public int getMemory(KeyValue key) {
        int sum = VALUE_BYTES;
        for (Object value : key) {
            sum += value instanceof String text ? VALUE_BYTES + text.length() : VALUE_BYTES;
        }
        return sum;
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        target.putVarInt(key.size());
        for (Object value : key) {
            byte type = type(value);
            target.put(type);
            if (value instanceof String text) {
                writeText(target, text);
            } else if (type != MISSING) {
                byte[] bytes = bytes(type, value);
                target.putVarInt(bytes.length).put(bytes);
            }
        }
    }

    /** As BSON has it: how many bytes come, in four bytes of which the last is the first; the text; a zero. */
    private static void writeText(WriteBuffer target, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        target.putVarInt(bytes.length + AROUND_TEXT)
                .putInt(Integer.reverseBytes(bytes.length + 1))
                .put(bytes)
                .put((byte) 0);
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        int size = DataUtils.readVarInt(source);
        List<@Nullable Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            byte type = source.get();
            values.add(type == MISSING ? Missing.getInstance() : value(type, source));
        }
        return new KeyValue(values);
    }

    private static @Nullable Object value(byte type, ByteBuffer source) {
        byte[] bytes = new byte[DataUtils.readVarInt(source)];
        source.get(bytes);
        return type == TEXT
                ? new String(bytes, TEXT_AT, bytes.length - AROUND_TEXT, StandardCharsets.UTF_8)
                : BsonDecoder.decodeValue(type, Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
