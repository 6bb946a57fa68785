package org.holdfast.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.Test;

/** What stands in the file: the same, byte for byte, as the general types of the libraries write it, only sooner. */
class StoredTypesTest {

    private static final long SEED = 20_261_130L;

    private final Random random = new Random(SEED);

    @Test
    void aPositionStandsInTheFileAsTheGeneralTypeWritesIt() {
        ObjectDataType general = new ObjectDataType();
        List<Object> positions = new ArrayList<>(texts());
        positions.addAll(List.of(UUID.randomUUID(), 7L, true, Instant.EPOCH, new ObjectId(), "half of a pair: \ud800"));
        for (Object position : positions) {
            byte[] bytes = written(StoredPosition.TYPE, position);

            assertThat(bytes).as("seed=%d, %s", SEED, position).isEqualTo(written(general, position));
            assertThat(read(StoredPosition.TYPE, bytes)).isEqualTo(position);
        }
    }

    @Test
    void positionsHaveTheOrderOfTheGeneralType() {
        ObjectDataType general = new ObjectDataType();
        List<Object> positions = new ArrayList<>(texts());
        positions.addAll(List.of(UUID.randomUUID(), 7L, 9L, true));
        for (Object one : positions) {
            for (Object other : positions) {
                assertThat(Integer.signum(StoredPosition.TYPE.compare(one, other)))
                        .as("seed=%d, %s and %s", SEED, one, other)
                        .isEqualTo(Integer.signum(general.compare(one, other)));
            }
        }
    }

    @Test
    void theTextInAKeyStandsThereAsBson() {
        for (String text : texts()) {
            byte[] bytes = written(StoredKey.TYPE, new KeyValue(List.of(text)));

            assertThat(bytes).as("seed=%d, %s", SEED, text).endsWith(bson(text));
            assertThat(read(StoredKey.TYPE, bytes)).isEqualTo(new KeyValue(List.of(text)));
        }
    }

    @Test
    void aKeyOfSeveralValuesIsReadAsItWasWritten() {
        KeyValue key = new KeyValue(Arrays.asList("one", null, 3, Instant.EPOCH, Missing.getInstance(), "ü", true));

        assertThat(read(StoredKey.TYPE, written(StoredKey.TYPE, key))).isEqualTo(key);
    }

    @Test
    void aDocumentIsReadAsItWasWrittenAndSharesNothing() {
        Document document = new Document("_id", "one").append("many", new ArrayList<>(List.of(1, "zwei", 3.0)));
        byte[] bson = read(StoredDocument.TYPE, written(StoredDocument.TYPE, StoredDocument.encoded(document)));
        Document decoded = StoredDocument.decoded(bson);

        assertThat(decoded).isEqualTo(document);
        decoded.put("many", "none");
        assertThat(StoredDocument.decoded(bson)).isEqualTo(document);
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>(List.of("", "a", "x".repeat(15), "x".repeat(16), "x".repeat(5_000), "\0"));
        for (int i = 0; i < 200; i++) {
            int letters = random.nextInt(60);
            int highest = random.nextBoolean() ? 0x7f : 0x2fff;
            texts.add(random.ints(letters, 1, highest)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
        }
        return texts;
    }

    private static byte[] bson(String text) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeValue(BsonEncoder.determineType(text), text, bytes);
        return Arrays.copyOf(bytes.array(), bytes.readableBytes());
    }

    private static <T> byte[] written(BasicDataType<T> type, T value) {
        WriteBuffer target = new WriteBuffer();
        type.write(target, value);
        return Arrays.copyOf(target.getBuffer().array(), target.position());
    }

    private static <T> T read(BasicDataType<T> type, byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        T value = type.read(source);
        assertThat(source.remaining()).as("left over of %s", value).isZero();
        return value;
    }
}
