package org.holdfast.chassis.testkit;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** The stores that contracts run against: the local one always, a real MongoDB where an engine and its image are to be had. */
public final class Backends {

    private static final String IMAGE = System.getProperty("holdfast.test.mongo-image", "mongo:8");

    private static @Nullable String localUri;
    private static @Nullable MongoDBContainer container;
    private static @Nullable String reason;

    private Backends() {}

    /** The URI of the local store, started once for each test JVM and kept in memory. */
    public static synchronized String local() {
        if (localUri == null) {
            MongoServer server = new MongoServer(oneAtATime(H2Backend.inMemory()));
            localUri = "mongodb://127.0.0.1:" + server.bind().getPort();
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        }
        return localUri;
    }

    /** The URI of a real MongoDB, or empty, in which case {@link #why()} says why. */
    public static synchronized Optional<String> real() {
        String given = System.getProperty("holdfast.test.mongodb");
        if (given != null) {
            return Optional.of(given);
        }
        if (container == null && reason == null) {
            reason = Engine.lacks(IMAGE).orElse(null);
            if (reason == null) {
                try {
                    MongoDBContainer starting = new MongoDBContainer(DockerImageName.parse(IMAGE));
                    starting.start();
                    container = starting;
                } catch (RuntimeException e) {
                    reason = "The image " + IMAGE + " cannot be started: "
                            + e.getClass().getSimpleName();
                }
            }
        }
        return Optional.ofNullable(container).map(MongoDBContainer::getConnectionString);
    }

    /** Why there is no real MongoDB. */
    public static synchronized String why() {
        return String.valueOf(reason);
    }

    /** A fresh database of the store. */
    public static MongoDatabase database(String uri) {
        MongoClient client = MongoClients.create(uri);
        return client.getDatabase("test-" + UUID.randomUUID());
    }

    /** The backend changes documents while it encodes them; so each request has its turn, and answers are copies. */
    private static MongoBackend oneAtATime(MongoBackend behind) {
        Object turn = new Object();
        return (MongoBackend) Proxy.newProxyInstance(
                Backends.class.getClassLoader(), new Class<?>[] {MongoBackend.class}, (proxy, method, arguments) -> {
                    synchronized (turn) {
                        try {
                            Object answer = method.invoke(behind, arguments);
                            return answer instanceof Document document ? document.cloneDeeply() : answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                });
    }
}
