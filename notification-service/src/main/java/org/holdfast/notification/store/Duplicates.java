package org.holdfast.notification.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;

/** Tells a document that was there already from a write that failed. */
final class Duplicates {

    private Duplicates() {}

    static boolean is(Throwable error) {
        return error instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
