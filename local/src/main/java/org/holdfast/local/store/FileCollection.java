package org.holdfast.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection in a map of the file, whose documents stay encoded until somebody asks for them. */
final class FileCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final MVMap<Object, byte[]> documents;

    FileCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<Object, byte[]> documents) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object position = idField == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, idField);
        if (documents.putIfAbsent(Missing.ofNullable(position), StoredDocument.encoded(document)) != null) {
            throw new IllegalStateException("a document with this key is there already");
        }
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(Missing.ofNullable(position), StoredDocument.encoded(after));
    }

    @Override
    protected void removeDocument(Object position) {
        if (documents.remove(position) == null) {
            throw new NoSuchElementException("no document has this key");
        }
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        byte[] bson = documents.get(position);
        return bson == null ? null : StoredDocument.decoded(bson);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(StoredDocument.decoded(entry.getValue()), entry.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Stream<byte[]> all = isNaturalDescending(orderBy)
                ? List.copyOf(documents.values()).reversed().stream()
                : documents.values().stream();
        return matchDocumentsFromStream(
                all.map(StoredDocument::decoded), query, orderBy, numberToSkip, limit, batchSize, fields);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Nobody asks for the sum of all sizes, and keeping it would take an encoding more for each change. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {
        // not kept
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
