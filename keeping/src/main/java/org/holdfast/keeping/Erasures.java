package org.holdfast.keeping;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;

/**
 * Which cases were erased, kept outside every backup: an older backup brings the keys of later erasures back, and this takes
 * them away again before anybody can read.
 *
 * @param asOf when the list was made
 * @param cases the time of the erasure for each case
 */
public record Erasures(Instant asOf, SortedMap<String, Instant> cases) {

    private static final String ERASED = "erased";

    public Erasures {
        cases = new TreeMap<>(cases);
    }

    /** None, for whoever knows that there was none. */
    public static Erasures none() {
        return new Erasures(Instant.MAX, new TreeMap<>());
    }

    /** All that any of the databases knows of. */
    public static Erasures in(String uri, List<String> databases) {
        Instant now = java.time.Clock.systemUTC().instant();
        SortedMap<String, Instant> cases = new TreeMap<>();
        try (MongoClient client = MongoClients.create(uri)) {
            for (String database : databases) {
                for (Document found :
                        client.getDatabase(database).getCollection("vault_keys").find(Filters.exists(ERASED))) {
                    cases.merge(
                            found.getString("_id"), found.getDate(ERASED).toInstant(), (a, b) -> a.isBefore(b) ? a : b);
                }
            }
        }
        return new Erasures(now, cases);
    }

    /**
     * Writes the list in place of an older one; it holds ids and times only. What the older one knows stays: what was once erased is
     * erased, whatever the databases know by now.
     */
    public void write(Path file) throws IOException {
        SortedMap<String, Instant> known = new TreeMap<>(cases);
        if (Files.exists(file)) {
            read(file).cases().forEach((id, at) -> known.merge(id, at, (a, b) -> a.isBefore(b) ? a : b));
        }
        List<Document> all = known.entrySet().stream()
                .map(one -> new Document("case", one.getKey())
                        .append("at", one.getValue().toString()))
                .toList();
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                written,
                new Document("asOf", asOf.toString())
                        .append("erased", all)
                        .toJson(JsonWriterSettings.builder().indent(true).build()));
        Files.move(
                written,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads a list. */
    public static Erasures read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            Document document = Document.parse(text);
            SortedMap<String, Instant> cases = new TreeMap<>();
            document.getList("erased", Document.class)
                    .forEach(one -> cases.put(one.getString("case"), Instant.parse(one.getString("at"))));
            return new Erasures(Instant.parse(document.getString("asOf")), cases);
        } catch (RuntimeException unreadable) {
            throw new BackupRefused(file + " is not a list of erasures, or not a whole one.");
        }
    }

    /** Destroys the keys and the words of these cases; doing it again changes nothing. */
    void repeat(MongoClient client, String database) {
        MongoCollection<Document> keys = client.getDatabase(database).getCollection("vault_keys");
        MongoCollection<Document> texts = client.getDatabase(database).getCollection("vault_texts");
        cases.forEach((caseId, at) -> {
            keys.updateOne(
                    Filters.eq("_id", caseId),
                    Updates.combine(Updates.unset("key"), Updates.min(ERASED, Date.from(at))),
                    new UpdateOptions().upsert(true));
            // '0' follows '/': every id that begins with the case and a slash
            texts.deleteMany(Filters.and(Filters.gte("_id", caseId + "/"), Filters.lt("_id", caseId + "0")));
        });
    }
}
