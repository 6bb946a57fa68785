package org.holdfast.local.page;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.holdfast.identity.Demo;
import org.holdfast.local.stack.Part;
import org.holdfast.local.stack.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from intake for the page, with the token of a demo client that has the operator's role. */
final class DemoReader {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Ports ports;

    DemoReader(Ports ports) {
        this.ports = ports;
    }

    /**
     * What a service answered.
     *
     * @param body JSON; a missing node when there was none
     */
    record Answer(int status, JsonNode body) {}

    Answer intake(String path) {
        String token = ask(HttpRequest.newBuilder(ports.uri(Part.IDENTITY).resolve("/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=client_credentials&client_id=desk-script&client_secret=" + Demo.SECRET)))
                .body()
                .path("access_token")
                .asString("");
        return ask(HttpRequest.newBuilder(ports.uri(Part.INTAKE).resolve(path))
                .header("Authorization", "Bearer " + token));
    }

    private Answer ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), JSON.readTree(json ? response.body() : "{}"));
        } catch (IOException silent) {
            return new Answer(503, JSON.createObjectNode());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer(503, JSON.createObjectNode());
        }
    }
}
