package org.holdfast.keeping;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** Saves databases into a folder while their services run, and puts them back into empty ones while none does. */
public final class Backup {

    private static final int AT_ONCE = 500;

    private final String uri;
    private final List<String> databases;

    /**
     * @param uri where the database listens
     * @param databases the services' own, in the order in which a contact flows
     */
    public Backup(String uri, List<String> databases) {
        this.uri = uri;
        this.databases = List.copyOf(databases);
    }

    /** Saves everything into a folder that is not there yet; says how many documents. */
    public long save(Path folder, Instant now) throws IOException {
        if (Files.exists(folder)) {
            throw new BackupRefused(folder + " is there already; a backup gets a folder of its own.");
        }
        List<Manifest.Saved> saved = new ArrayList<>();
        try (MongoClient client = MongoClients.create(uri)) {
            databases.forEach(database -> requireSomething(client, database));
            Private.folder(folder);
            for (Order.Place place : Order.of(client, databases)) {
                Path file = folder.resolve(place.database()).resolve(place.collection() + ".bson");
                saved.add(new BsonFile(file)
                        .save(
                                place,
                                client.getDatabase(place.database())
                                        .getCollection(place.collection(), RawBsonDocument.class)));
            }
        }
        new Manifest(now, saved).write(folder);
        return saved.stream().mapToLong(Manifest.Saved::documents).sum();
    }

    /**
     * Puts everything back, then erases again what was erased since, then marks every stream as unfinished, so that the service
     * tells, projects and times it at its next start. Every checksum is compared before the first document is written.
     */
    public long restore(Path folder, Erasures since) throws IOException {
        Manifest manifest = Manifest.read(folder);
        if (since.asOf().isBefore(manifest.begunAt())) {
            throw new BackupRefused("The list of erasures is of " + since.asOf() + ", older than the backup of "
                    + manifest.begunAt() + ": give the newest one.");
        }
        List<String> others = manifest.files().stream()
                .map(Manifest.Saved::database)
                .filter(database -> !databases.contains(database))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            throw new BackupRefused(
                    "The backup also holds " + others + ": name all its databases. Nothing was restored.");
        }
        for (Manifest.Saved one : manifest.files()) {
            Path file = folder.resolve(one.file());
            if (!Files.exists(file) || !new BsonFile(file).sum().equals(one.sha256())) {
                throw new BackupRefused(one.file() + " is not as it was saved. Nothing was restored.");
            }
        }
        long count = 0;
        try (MongoClient client = MongoClients.create(uri)) {
            databases.forEach(database -> requireEmpty(client, database));
            for (Manifest.Saved one : manifest.files()) {
                count += put(client, folder, one);
            }
            for (String database : databases) {
                if (manifest.files().stream()
                        .anyMatch(one -> one.database().equals(database)
                                && one.collection().equals("journal"))) {
                    since.repeat(client, database);
                    client.getDatabase(database)
                            .getCollection("journal")
                            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                            .updateMany(Filters.empty(), Updates.set("pending", true));
                }
            }
        }
        return count;
    }

    private static long put(MongoClient client, Path folder, Manifest.Saved one) throws IOException {
        MongoCollection<RawBsonDocument> target = client.getDatabase(one.database())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .getCollection(one.collection(), RawBsonDocument.class);
        List<RawBsonDocument> some = new ArrayList<>();
        long read = new BsonFile(folder.resolve(one.file())).each(document -> {
            some.add(document);
            if (some.size() == AT_ONCE) {
                target.insertMany(some);
                some.clear();
            }
        });
        if (!some.isEmpty()) {
            target.insertMany(some);
        }
        if (read != one.documents() || target.countDocuments() != read) {
            throw new BackupRefused(one.file() + " has " + read + " documents, was saved with " + one.documents()
                    + ", and " + target.countDocuments() + " are in the database. Empty it and begin again.");
        }
        return read;
    }

    /** A name that is not right would make a backup that lacks a database and says nothing. */
    private static void requireSomething(MongoClient client, String database) {
        if (client.getDatabase(database).listCollectionNames().first() == null) {
            throw new BackupRefused("There is no database " + database + ", or nothing is in it. Nothing was saved.");
        }
    }

    private static void requireEmpty(MongoClient client, String database) {
        for (String name : client.getDatabase(database).listCollectionNames()) {
            MongoCollection<Document> collection = client.getDatabase(database).getCollection(name);
            if (!name.startsWith("system.") && collection.find().first() != null) {
                throw new BackupRefused("The database " + database + " is not empty: " + name
                        + " has documents. A restore only goes into empty databases. Nothing was restored.");
            }
        }
    }
}
