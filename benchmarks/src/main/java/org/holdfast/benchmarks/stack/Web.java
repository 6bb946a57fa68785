package org.holdfast.benchmarks.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP as a program speaks it to the services: connections stay open, requests do not wait for each other. */
final class Web {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    private Web() {}

    /** Sends a body with a key of its own; fails with {@link NotTaken} unless it is answered with 2xx. */
    static CompletableFuture<JsonNode> post(String url, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .thenApply(response -> {
                    if (response.statusCode() / 100 != 2) {
                        throw new CompletionException(new NotTaken(response.statusCode(), url));
                    }
                    return JSON.readTree(response.body());
                });
    }

    /** Reads without a token. */
    static JsonNode get(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .build();
        return JSON.readTree(HTTP.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .join()
                .body());
    }

    /** A token of a program that the demo knows. */
    static String token(String issuer, String client, String scope) {
        String basic = Base64.getEncoder().encodeToString((client + ":holdfast-demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials" + (scope.isEmpty() ? "" : "&scope=" + scope)))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString())
                .thenApply(response ->
                        JSON.readTree(response.body()).path("access_token").asString())
                .join();
    }

    /** Says that a request was not answered with success. */
    static final class NotTaken extends RuntimeException {

        NotTaken(int status, String url) {
            super(url + " was answered with " + status, null, false, false);
        }
    }
}
