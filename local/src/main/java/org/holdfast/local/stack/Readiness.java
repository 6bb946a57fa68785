package org.holdfast.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether a service that answers has read its directory too: before that nobody can be found who helps. */
final class Readiness implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Returns when it has, or false when it had not within that time. */
    boolean await(URI service, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isReady(service)) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private boolean isReady(URI service) {
        HttpRequest asked = HttpRequest.newBuilder(service.resolve("/health"))
                .timeout(PATIENCE)
                .build();
        try {
            String health =
                    client.send(asked, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(health)
                    .at("/components/directory/status")
                    .asString("none")
                    .equals("UP");
        } catch (IOException | JacksonException noAnswer) {
            return false;
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
    }

    private static CannotStart interrupted(InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new CannotStart("interrupted while starting", stop);
    }

    @Override
    public void close() {
        client.close();
    }
}
