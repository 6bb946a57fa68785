package org.holdfast.intake.store;

import com.mongodb.client.model.Updates;
import org.bson.conversions.Bson;

/**
 * Something that is kept beside a value and is no part of it; noting it again changes nothing.
 *
 * @param key under which it is noted; without a dot
 * @param json what it says
 */
record Note(String key, String json) {

    static final String FIELD = "notes";

    Bson set() {
        return Updates.set(FIELD + "." + key, json);
    }
}
