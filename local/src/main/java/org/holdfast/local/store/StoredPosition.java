package org.holdfast.local.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Where a document is: nearly always its id, a text. Orders and writes as the general type of the file does, so that a file of before
 * is read as it stands, but a text of plain letters in one piece and not letter by letter.
 */
final class StoredPosition extends BasicDataType<Object> {

    static final StoredPosition TYPE = new StoredPosition();

    private static final int TEXT = 11;
    private static final int SHORT_TEXT = 88;
    private static final int LONGEST_SHORT = 15;
    private static final char LAST_PLAIN = 0x7f;

    private final ObjectDataType general = new ObjectDataType();

    private StoredPosition() {}

    @Override
    public int compare(Object one, Object other) {
        return one instanceof String first && other instanceof String second
                ? first.compareTo(second)
                : general.compare(one, other);
    }

    @Override
    public int getMemory(Object position) {
        return general.getMemory(position);
    }

    @Override
    public void write(WriteBuffer target, Object position) {
        if (!(position instanceof String text) || !plain(text)) {
            general.write(target, position);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length <= LONGEST_SHORT) {
            target.put((byte) (SHORT_TEXT + bytes.length)).put(bytes);
        } else {
            target.put((byte) TEXT).putVarInt(bytes.length).put(bytes);
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_PLAIN) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Object read(ByteBuffer source) {
        int begin = source.position();
        int tag = source.get();
        int length = tag == TEXT
                ? DataUtils.readVarInt(source)
                : tag >= SHORT_TEXT && tag <= SHORT_TEXT + LONGEST_SHORT ? tag - SHORT_TEXT : -1;
        if (length >= 0 && length <= source.remaining()) {
            byte[] bytes = new byte[length];
            source.get(bytes);
            if (plain(bytes)) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }
        return general.read(source.position(begin));
    }

    private static boolean plain(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
