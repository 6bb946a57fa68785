package org.holdfast.benchmarks.floor;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The floor as a process of its own: {@code FloorMain PORT BROKER MONGODB PHONE}; ends when its standard input is closed. */
public final class FloorMain {

    private static final int PARTITIONS = 4;

    private final Map<String, Stage> requests =
            Plan.requests().stream().collect(Collectors.toMap(Stage::hears, Function.identity()));
    private final Doing doing;

    private FloorMain(Doing doing) {
        this.doing = doing;
    }

    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        System.setProperty("logback.configurationFile", "org/holdfast/benchmarks/logback.xml");
        String broker = arguments[1];
        makeTopics(broker);
        Doing doing = new Doing(new Keeping(arguments[2]), new Telling(broker), arguments[3]);
        for (Stage stage : Plan.listeners()) {
            for (int i = 0; i < PARTITIONS; i++) {
                Thread.ofPlatform().daemon().name(stage.name() + "-C-" + i).start(new Hearing(broker, stage, doing));
            }
        }
        FloorMain floor = new FloorMain(doing);
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .route(routes -> routes.get(
                                "/state", (request, response) -> response.sendString(Mono.just(doing.state())))
                        .post("/contacts", floor::take)
                        .post("/referrals", floor::take))
                .bindNow();
        System.out.println("floor ready");
        while (System.in.read() >= 0) {
            // whatever is written is of no meaning; only the end is
        }
        System.exit(0);
    }

    private Mono<Void> take(HttpServerRequest request, HttpServerResponse response) {
        Stage stage = requests.get(request.uri());
        String key = UUID.randomUUID().toString();
        return stage == null
                ? response.status(404).send()
                : request.receive()
                        .aggregate()
                        .asByteArray()
                        .then(doing.stage(key, stage))
                        .then(response.status(201)
                                .header("content-type", "application/json")
                                .sendString(Mono.just("{\"id\":\"" + key + "\"}"))
                                .then());
    }

    private static void makeTopics(String broker) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(Stream.of(
                                    Plan.URGENT, Plan.ROUTINE, Plan.REACHED, Plan.ASSESSED, Plan.ALERTS, Plan.REFERRALS)
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }
}
