package org.holdfast.benchmarks.stack;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * Fills the databases of the services with copies of what is there, each contact under an id of its own: as if so many contacts
 * had been taken before, in a tenth of the time.
 */
public final class Copies implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("(?<![0-9a-z])[0-9a-z]{26}(?![0-9a-z])");
    private static final List<String> SERVICES = List.of("intake", "triage", "referral", "notification");
    private static final int AT_ONCE = 500;
    private static final int DIGITS = 36;

    private final MongoClient client;

    public Copies(String mongodb) {
        client = MongoClients.create(mongodb);
    }

    /** How many contacts are stored. */
    public long stored() {
        return client.getDatabase("intake").getCollection("contact_rows").countDocuments();
    }

    /** Every document of the first so many contacts, read once. */
    public List<Sample> sample(int contacts) {
        List<Sample> samples = new ArrayList<>();
        for (String service : SERVICES) {
            MongoDatabase database = client.getDatabase(service);
            for (String name : database.listCollectionNames()) {
                MongoCollection<Document> collection = database.getCollection(name);
                List<String> texts = new ArrayList<>();
                for (Document document : collection.find().limit(contacts)) {
                    if (!document.containsKey("pending")
                            && document.containsKey("_id")
                            && ID.matcher(document.get("_id").toString()).find()) {
                        texts.add(document.toJson());
                    }
                }
                samples.add(new Sample(collection, texts));
            }
        }
        return samples;
    }

    /**
     * Some documents of one collection.
     *
     * @param texts each as JSON
     */
    public record Sample(MongoCollection<Document> collection, List<String> texts) {}

    /** Writes all of them once more; the number tells this copy from the others. */
    public void copy(List<Sample> samples, int number) {
        String mark = mark(number);
        for (Sample sample : samples) {
            for (int from = 0; from < sample.texts().size(); from += AT_ONCE) {
                write(
                        sample.collection(),
                        sample
                                .texts()
                                .subList(
                                        from,
                                        Math.min(from + AT_ONCE, sample.texts().size()))
                                .stream()
                                .map(text -> Document.parse(ID.matcher(text)
                                        .replaceAll(id -> mark + id.group().substring(mark.length()))))
                                .toList());
            }
        }
    }

    /** The beginning of every id of this copy: no genuine id begins with four letters z, or hardly ever. */
    private static String mark(int number) {
        return String.format(Locale.ROOT, "zzzz%2s", Integer.toString(number, DIGITS))
                .replace(' ', '0');
    }

    private static Optional<MongoBulkWriteException> write(MongoCollection<Document> collection, List<Document> some) {
        try {
            collection.insertMany(some, new InsertManyOptions().ordered(false));
            return Optional.empty();
        } catch (MongoBulkWriteException thereAlready) {
            return Optional.of(thereAlready);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
