package org.holdfast.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;

/**
 * What a backup holds, written last: a folder without it is not a backup.
 *
 * @param begunAt when the first document was read
 * @param files one for each collection
 */
record Manifest(Instant begunAt, List<Saved> files) {

    static final int FORMAT = 1;
    private static final String NAME = "manifest.json";

    /**
     * One collection as it was saved, as BSON documents one after the other.
     *
     * @param documents how many
     * @param sha256 of the file, in hexadecimal
     */
    record Saved(String database, String collection, long documents, String sha256) {

        String file() {
            return database + "/" + collection + ".bson";
        }
    }

    Manifest {
        files = List.copyOf(files);
    }

    void write(Path folder) throws IOException {
        List<Document> all = files.stream()
                .map(one -> new Document("database", one.database())
                        .append("collection", one.collection())
                        .append("documents", one.documents())
                        .append("sha256", one.sha256()))
                .toList();
        Document document = new Document("format", FORMAT)
                .append("begunAt", begunAt.toString())
                .append("files", all);
        Files.writeString(
                folder.resolve(NAME),
                document.toJson(JsonWriterSettings.builder().indent(true).build()));
    }

    static Manifest read(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(NAME))) {
            throw new BackupRefused(folder + " has no " + NAME + ": it is not a backup, or not a whole one.");
        }
        String text = Files.readString(folder.resolve(NAME));
        try {
            return of(Document.parse(text));
        } catch (BackupRefused refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            throw new BackupRefused(folder.resolve(NAME) + " cannot be read: it is not a backup, or not a whole one.");
        }
    }

    private static Manifest of(Document document) {
        if (document.getInteger("format") != FORMAT) {
            throw new BackupRefused("The backup has format " + document.get("format") + "; this program reads " + FORMAT
                    + ". Restore it with the version that wrote it.");
        }
        List<Saved> files = document.getList("files", Document.class).stream()
                .map(one -> new Saved(
                        one.getString("database"),
                        one.getString("collection"),
                        Long.parseLong(String.valueOf(one.get("documents"))),
                        one.getString("sha256")))
                .toList();
        return new Manifest(Instant.parse(document.getString("begunAt")), files);
    }
}
