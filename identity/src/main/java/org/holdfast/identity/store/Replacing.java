package org.holdfast.identity.store;

import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** How a declared person or client takes its place. */
final class Replacing {

    static final ReplaceOptions OR_INSERTING = new ReplaceOptions().upsert(true);

    private Replacing() {}

    /** The ids that are there and not among these. */
    static List<String> others(MongoCollection<Document> documents, Collection<String> ids) {
        return documents
                .find(nin("_id", ids))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
