package org.holdfast.local.page;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.holdfast.local.stack.Ports;
import org.holdfast.local.stack.ServiceKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks every service how it is, all at once. */
final class Healths {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Ports ports;

    Healths(Ports ports) {
        this.ports = ports;
    }

    /**
     * How a service is.
     *
     * @param status UP, DOWN, or "no answer"
     * @param wrong what is wrong, component by component
     */
    record Health(ServiceKind service, String status, List<String> wrong) {}

    List<Health> all() {
        List<CompletableFuture<Health>> asked = new ArrayList<>();
        for (ServiceKind kind : ServiceKind.values()) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> one(kind), task -> Thread.ofVirtual().start(task)));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private Health one(ServiceKind kind) {
        HttpRequest request = HttpRequest.newBuilder(ports.uri(kind.part()).resolve("/health"))
                .timeout(PATIENCE)
                .build();
        try {
            JsonNode health = JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return new Health(kind, health.path("status").asString("unknown"), wrong(health));
        } catch (IOException | JacksonException silent) {
            return new Health(kind, "no answer", List.of());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Health(kind, "no answer", List.of());
        }
    }

    private static List<String> wrong(JsonNode health) {
        List<String> wrong = new ArrayList<>();
        health.path("components").properties().forEach(component -> {
            if (!component.getValue().path("status").asString("UP").equals("UP")) {
                wrong.add(component.getKey() + ": " + component.getValue().path("details"));
            }
        });
        return wrong;
    }
}
