package org.holdfast.triage.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;

/** Tells a document that was there already from a write that failed. */
final class Duplicates {

    private Duplicates() {}

    static boolean is(Throwable error) {
        return switch (error) {
            case MongoWriteException write -> write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            case MongoCommandException command ->
                ErrorCategory.fromErrorCode(command.getErrorCode()) == ErrorCategory.DUPLICATE_KEY;
            default -> false;
        };
    }
}
