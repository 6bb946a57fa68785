package org.holdfast.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MinKey;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of an index from one value to another, both in it. It may hold a little more than a condition asks for: whoever reads the
 * documents looks at each again.
 *
 * @param from the lowest value, nothing for the first there is
 * @param to the highest value, nothing for the last there is
 */
record Span(@Nullable Object from, @Nullable Object to) {

    /** The span of one value. */
    static Span only(Object value) {
        Object normal = new KeyValue(value).normalized().get(0);
        return new Span(normal, normal);
    }

    /** The span of a condition of one bound, such as <code>{$gte: one}</code>; empty where it is of another form. */
    static Optional<Span> of(@Nullable Object condition) {
        if (!(condition instanceof Document bounds) || bounds.size() != 1) {
            return Optional.empty();
        }
        String bound = bounds.keySet().iterator().next();
        Object value = bounds.get(bound);
        if (!(value instanceof String || value instanceof Instant)) {
            return Optional.empty();
        }
        return switch (bound) {
            case "$gt", "$gte" -> Optional.of(new Span(value, null));
            case "$lt", "$lte" -> Optional.of(new Span(null, value));
            default -> Optional.empty();
        };
    }

    /** What is taken from each entry of this span, once, in the order of their values, which their keys begin with. */
    <T> Set<T> in(MVMap<KeyValue, Object> entries, int keySize, Entry<T> entry) {
        Set<T> found = new LinkedHashSet<>();
        Object least = from == null ? MinKey.getInstance() : from;
        KeyValue first =
                keySize == 1 ? new KeyValue(List.of(least)) : new KeyValue(List.of(least, MinKey.getInstance()));
        Cursor<KeyValue, Object> cursor = entries.cursor(first);
        while (cursor.hasNext()) {
            KeyValue key = cursor.next();
            if (to != null && StoredKey.compareValues(key.get(0), to) > 0) {
                break;
            }
            found.add(entry.of(key, cursor.getValue()));
        }
        return found;
    }

    /** What is taken from an entry of an index. */
    interface Entry<T> {
        T of(KeyValue key, Object kept);
    }
}
