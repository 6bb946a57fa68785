package org.holdfast.benchmarks.stack;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bson.BsonString;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;

/**
 * Fills the databases of the services with copies of what is there, each contact under an id of its own: as if so many contacts
 * had been taken before, in a small part of the time. What stands for work that still waits (the queue, timers, open alerts) is not
 * copied: of a hundred thousand contacts of the past, nobody waits any more.
 */
public final class Copies implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("(?<![0-9a-z])[0-9a-z]{26}(?![0-9a-z])");
    private static final List<String> SERVICES = List.of("intake", "triage", "referral", "notification");
    private static final Set<String> WAITING = Set.of("queue", "timers");
    private static final Set<String> UNFINISHED = Set.of("pending", "open");
    private static final int AT_ONCE = 500;
    private static final int DIGITS = 36;

    private final MongoClient client;

    public Copies(String mongodb) {
        client = MongoClients.create(mongodb);
    }

    /** How many contacts are stored. */
    public long stored() {
        return client.getDatabase("intake").getCollection("contact_rows").estimatedDocumentCount();
    }

    /** The first so many documents of each collection that are finished, read once. */
    public List<Sample> sample(int most) {
        List<Sample> samples = new ArrayList<>();
        for (String service : SERVICES) {
            MongoDatabase database = client.getDatabase(service);
            for (String name : database.listCollectionNames()) {
                if (WAITING.contains(name)) {
                    continue;
                }
                MongoCollection<RawBsonDocument> collection = database.getCollection(name, RawBsonDocument.class);
                List<Template> templates = new ArrayList<>();
                for (RawBsonDocument document : collection.find().limit(most)) {
                    if (UNFINISHED.stream().noneMatch(document::containsKey)
                            && document.get("_id") instanceof BsonString id
                            && ID.matcher(id.getValue()).find()) {
                        templates.add(Template.of(document));
                    }
                }
                samples.add(new Sample(collection, templates));
            }
        }
        return samples;
    }

    /** Some documents of one collection. */
    public record Sample(MongoCollection<RawBsonDocument> collection, List<Template> templates) {}

    /**
     * A document, and where ids stand in it: a copy has others of the same length, so nothing else changes.
     *
     * @param bson its bytes
     * @param ids where each id begins
     */
    record Template(byte[] bson, int[] ids) {

        static Template of(RawBsonDocument document) {
            ByteBuf bytes = document.getByteBuffer();
            byte[] bson = new byte[bytes.remaining()];
            bytes.get(bson);
            String asText = new String(bson, StandardCharsets.ISO_8859_1);
            return new Template(
                    bson,
                    ID.matcher(asText).results().mapToInt(MatchResult::start).toArray());
        }

        RawBsonDocument copy(byte[] mark) {
            byte[] copy = bson.clone();
            for (int id : ids) {
                System.arraycopy(mark, 0, copy, id, mark.length);
            }
            return new RawBsonDocument(copy);
        }
    }

    /** Writes all of them once more; the number tells this copy from the others. */
    public void copy(List<Sample> samples, int number) {
        byte[] mark = mark(number).getBytes(StandardCharsets.US_ASCII);
        samples.parallelStream().forEach(sample -> {
            List<Template> all = sample.templates();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                sample.collection()
                        .insertMany(
                                all.subList(from, Math.min(from + AT_ONCE, all.size())).stream()
                                        .map(template -> template.copy(mark))
                                        .toList(),
                                new InsertManyOptions().ordered(false));
            }
        });
    }

    /** The beginning of every id of this copy: no genuine id begins with four letters z, or hardly ever. */
    private static String mark(int number) {
        return String.format(Locale.ROOT, "zzzz%2s", Integer.toString(number, DIGITS))
                .replace(' ', '0');
    }

    @Override
    public void close() {
        client.close();
    }
}
