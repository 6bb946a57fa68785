package org.holdfast.chassis.journal;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** A collection whose commands of one kind are counted; the one that makes the count nought fails as if the store were away. */
final class Commands {

    private Commands() {}

    static MongoCollection<Document> counted(MongoCollection<Document> of, AtomicInteger count) {
        return counted(of, "bulkWrite", count);
    }

    @SuppressWarnings("unchecked")
    static MongoCollection<Document> counted(MongoCollection<Document> of, String kind, AtomicInteger count) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                Commands.class.getClassLoader(), new Class<?>[] {MongoCollection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(kind) && count.incrementAndGet() == 0) {
                        throw new IllegalStateException("away");
                    }
                    try {
                        return method.invoke(of, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
