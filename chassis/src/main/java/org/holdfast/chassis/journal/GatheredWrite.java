package org.holdfast.chassis.journal;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.MonoSink;

/**
 * A write that goes with others.
 *
 * @param write what to write
 * @param askers who is told how it went
 */
record GatheredWrite(WriteModel<Document> write, List<MonoSink<Boolean>> askers) {

    private static final Logger LOG = LoggerFactory.getLogger(GatheredWrite.class);
    private static final int DUPLICATE_KEY = 11_000;

    /** All of them were done; of changes it is known only how many found what they change. */
    static void done(List<GatheredWrite> batch, BulkWriteResult result) {
        long changes = batch.stream().filter(GatheredWrite::changes).count();
        boolean found = result.getMatchedCount() + result.getUpserts().size() == changes;
        batch.forEach(one -> one.tell(asker -> asker.success(found || !one.changes())));
    }

    private boolean changes() {
        return write instanceof UpdateOneModel || write instanceof ReplaceOneModel;
    }

    /** Tells each what became of it: one that was refused refuses no other, and where nobody knows, all failed. */
    static void failed(List<GatheredWrite> batch, Throwable e) {
        if (!(e instanceof MongoBulkWriteException some) || some.getWriteConcernError() != null) {
            batch.forEach(one -> one.tell(asker -> asker.error(e)));
            return;
        }
        Map<GatheredWrite, Integer> refused = new IdentityHashMap<>();
        some.getWriteErrors().forEach(error -> refused.put(batch.get(error.getIndex()), error.getCode()));
        List<GatheredWrite> rest =
                batch.stream().filter(one -> !refused.containsKey(one)).toList();
        done(rest, some.getWriteResult());
        refused.forEach((one, code) -> one.tell(told(code)));
    }

    private static Consumer<MonoSink<Boolean>> told(int refused) {
        return refused == DUPLICATE_KEY
                ? asker -> asker.success(false)
                : asker -> asker.error(new MongoException(refused, "The store refused a write: " + refused));
    }

    /** An asker that fails at what it is told keeps it from no other. */
    private void tell(Consumer<MonoSink<Boolean>> answer) {
        for (MonoSink<Boolean> asker : askers) {
            try {
                answer.accept(asker);
            } catch (RuntimeException e) {
                LOG.warn("What follows a write failed with {}", e.getClass().getSimpleName());
            }
        }
    }
}
