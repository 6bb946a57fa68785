package org.holdfast.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique, in a map of the file, whose keys are a value and the position of a document that has it. It answers
 * which documents have one value in a field, or one of a span; the backend behind it has no such index and reads the whole collection.
 */
final class FileLookup extends Index<Object> {

    private final MVMap<KeyValue, Object> entries;
    private final boolean kept;

    /**
     * @param entries the map
     * @param kept whether the map was in the file before, so that it holds every document
     */
    FileLookup(MVMap<KeyValue, Object> entries, boolean kept, String name, List<IndexKey> keys) {
        // sparse, as a document without the field has no entry
        super(name, keys, true);
        this.entries = entries;
        this.kept = kept;
    }

    @Override
    public boolean canHandle(Document query) {
        return !isCompoundIndex()
                && query.keySet().equals(keySet())
                && span(query).isPresent();
    }

    private Optional<Span> span(Document query) {
        Object wanted = query.get(keys().getFirst());
        return wanted != null && isPlain(wanted) ? Optional.of(Span.only(wanted)) : Span.of(wanted);
    }

    private static boolean isPlain(@Nullable Object value) {
        return Missing.isNeitherNullNorMissing(value)
                && !(value instanceof Document)
                && !(value instanceof Collection)
                && !BsonRegularExpression.isRegularExpression(value);
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return span(query).orElseThrow().in(entries, 2, (key, kept) -> key.get(1));
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        values(document).forEach(value -> entries.put(entry(value, position), Boolean.TRUE));
    }

    @Override
    public @Nullable Object remove(Document document) {
        values(document).forEach(value -> entries.remove(entry(value, document.get("_id"))));
        return null;
    }

    private static KeyValue entry(Object value, @Nullable Object position) {
        return new KeyValue(value, Missing.ofNullable(position));
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        if (!nullAwareEqualsKeys(oldDocument, newDocument)) {
            remove(oldDocument);
            add(newDocument, position, collection);
        }
    }

    /** The values of the one field, an array's each for itself; none of an index of several fields, which is never asked. */
    private List<Object> values(Document document) {
        if (isCompoundIndex()) {
            return List.of();
        }
        return getKeyValues(document).stream()
                .map(key -> key.get(0))
                .filter(FileLookup::isPlain)
                .toList();
    }

    /** Nothing: only the unique ones know where a document is. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        // any number of documents may have the same value
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        // any number of documents may have the same value
    }

    /** Whether it has to be filled with the documents that are there. */
    @Override
    public boolean isEmpty() {
        return !kept && entries.isEmpty();
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
