package org.holdfast.chassis.stream;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Says that something this service needs is away: the record is tried for as long as it takes, and never buried. */
final class DependencyDown extends RuntimeException {

    private static final Set<Integer> PASSING =
            Set.of(6, 7, 50, 64, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436);

    DependencyDown(String what) {
        super(what, null, false, false);
    }

    /** Whether the failure is of something that will come back, not of the message. */
    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DependencyDown
                    || cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof MongoTimeoutException
                    || cause instanceof MongoSocketException
                    || cause instanceof MongoNotPrimaryException
                    || cause instanceof MongoNodeIsRecoveringException
                    || cause instanceof MongoWriteConcernException
                    || (cause instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null)
                    || cause instanceof MongoClientException
                    || (cause instanceof MongoException mongo && passing(mongo))
                    || cause instanceof org.apache.kafka.common.errors.RetriableException) {
                return true;
            }
        }
        return false;
    }

    private static boolean passing(MongoException mongo) {
        return mongo.hasErrorLabel("RetryableWriteError")
                || mongo.hasErrorLabel("TransientTransactionError")
                || PASSING.contains(mongo.getCode());
    }
}
