package org.holdfast.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** The H2 backend with documents and index keys kept as BSON, and without a running sum of sizes, which nobody asks for. */
final class FileBackend extends H2Backend {

    FileBackend(MVStore file) {
        super(file);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new FileDatabase(name, getMvStore(), getCursorRegistry());
    }

    /** Opens collections and indexes with types of their own; the names are those of the class behind it, which drops them. */
    private static final class FileDatabase extends H2Database {

        private final MVStore file;

        FileDatabase(String name, MVStore file, CursorRegistry cursors) {
            this.file = file;
            super(name, file, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            String fullName = getFullCollectionNamespace(name);
            MVMap<Object, byte[]> documents = file.openMap(
                    "databases." + fullName,
                    new MVMap.Builder<Object, byte[]>()
                            .keyType(StoredPosition.TYPE)
                            .valueType(StoredDocument.TYPE));
            return new FileCollection(this, name, options, cursorRegistry, documents);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            MVMap<KeyValue, Object> positions = file.openMap(
                    getFullCollectionNamespace(collection) + "._index_" + name,
                    new MVMap.Builder<KeyValue, Object>()
                            .keyType(StoredKey.TYPE)
                            .valueType(StoredPosition.TYPE));
            return new FileIndex(positions, name, keys, sparse);
        }

        @Override
        protected Index<Object> openOrCreateSecondaryIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            String map = getFullCollectionNamespace(collection) + "._index_" + name;
            boolean kept = file.hasMap(map);
            MVMap<KeyValue, Object> entries = file.openMap(
                    map,
                    new MVMap.Builder<KeyValue, Object>()
                            .keyType(StoredKey.TYPE)
                            .valueType(StoredPosition.TYPE));
            return new FileLookup(entries, kept, name, keys);
        }

        /** With its indexes: one that stayed would be taken for whole when the collection comes again. */
        @Override
        public void dropCollection(String collection, Oplog oplog) {
            String indexes = getFullCollectionNamespace(collection) + "._index_";
            super.dropCollection(collection, oplog);
            file.getMapNames().stream()
                    .filter(map -> map.startsWith(indexes))
                    .toList()
                    .forEach(file::removeMap);
        }
    }
}
