package org.holdfast.chassis.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.security.Actor;
import org.holdfast.chassis.security.Permission;
import org.holdfast.chassis.security.Routes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A small service over the chassis, on which its HTTP side is tried. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.cloud.stream.config.BindingServiceConfiguration",
            "org.springframework.cloud.stream.function.FunctionConfiguration"
        })
@ComponentScan(
        basePackages = {"org.holdfast.chassis.http", "org.holdfast.chassis.security"},
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Wiring"))
public class Desk {

    static final String SECRET = "Amina Rahimi";

    record Opening(
            String channel,
            @Nullable String language,
            List<String> needs,
            @Nullable Person caller,
            @Nullable Integer age,
            @Nullable Double distance,
            @Nullable Mood mood,
            @Nullable Instant at,
            @Nullable Boolean alone,
            @Nullable Map<String, String> more,
            @Nullable List<Person> others) {}

    record Person(String name, @Nullable String number) {
        Person {
            if (name.isBlank()) {
                throw Problem.invalid("name-empty", "A name has at least one letter.", "/name");
            }
        }
    }

    enum Mood {
        CALM,
        TENSE
    }

    record Opened(String id, String hash, String actor, String channel) {}

    private final Clock clock = Clock.systemUTC();
    /** A body that may be left out. */
    record Anyway(@Nullable Boolean anyway) {}

    private final Admission search = new Admission("search", 2, Duration.ofSeconds(3));

    @Bean
    public Routes deskRoutes() {
        Permission desk = Permission.role("operator", "supervisor");
        return Routes.routes()
                .post("/contacts", desk, this::open)
                .get("/contacts", desk, this::list)
                .get("/contacts/{id}", desk.or(Permission.scope("contacts.read")), this::show)
                .post("/contacts/{id}/closing", Permission.role("supervisor"), this::close)
                .post(
                        "/contacts/{id}/withdrawal",
                        desk,
                        request -> Requests.noBody(request)
                                .flatMap(hash -> ServerResponse.ok().bodyValue(hash)))
                .post(
                        "/contacts/{id}/erasure",
                        desk,
                        request -> Requests.optionalBody(request, Anyway.class)
                                .flatMap(body -> ServerResponse.ok()
                                        .bodyValue(body.value().anyway() + " " + body.hash())))
                .get("/contacts/{id}/stream", desk, this::stream)
                .get("/me", Permission.signedIn(), this::me)
                .get("/broken", desk, request -> Mono.error(new IllegalStateException("of " + SECRET)))
                .get("/refused", desk, request -> Problems.of(Refusal.conflict("contact-closed", "It is closed.")))
                .get(
                        "/search",
                        desk,
                        request -> search.admit(Mono.delay(Duration.ofSeconds(Long.parseLong(
                                        request.queryParam("seconds").orElse("0"))))
                                .then(ServerResponse.ok().build())))
                .open(
                        HttpMethod.GET,
                        "/a/{token}",
                        request -> ServerResponse.ok().build())
                .build();
    }

    /** A second declaration that shares a path with the first. */
    @Bean
    public Routes moreRoutes() {
        return Routes.routes()
                .put("/contacts/{id}", Permission.role("admin"), this::show)
                .build();
    }

    private Mono<ServerResponse> open(ServerRequest request) {
        return Requests.body(request, Opening.class).flatMap(body -> {
            Cause cause = IdempotencyKey.cause(request, "POST /contacts", body.hash(), clock);
            return ServerResponse.status(201)
                    .header("ETag", Preconditions.etag(1))
                    .header("X-Trace", String.valueOf(cause.trace()))
                    .bodyValue(new Opened(
                            IdempotencyKey.derivedId(cause),
                            cause.bodyHash(),
                            cause.actor(),
                            body.value().channel()));
        });
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Paging paging = Paging.of(request);
        List<Integer> all = IntStream.rangeClosed(1, 120).boxed().toList();
        int after = paging.after() == null ? 0 : Integer.parseInt(paging.after());
        List<Integer> read = all.stream()
                .filter(number -> number > after)
                .limit(paging.reading())
                .toList();
        return ServerResponse.ok().bodyValue(paging.page(read, String::valueOf));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return Mono.error(Problem.notFound("There is no such contact."));
    }

    private Mono<ServerResponse> close(ServerRequest request) {
        long version = Preconditions.ifMatch(request);
        return version == 7 ? ServerResponse.ok().build() : Mono.error(Preconditions.stale(7));
    }

    private Mono<ServerResponse> stream(ServerRequest request) {
        var events = Flux.just("one", "two")
                .map(name -> ServerEvents.event(name, "outcome", Map.of("state", name)))
                .concatWith(Mono.delay(Duration.ofMillis(300)).then(Mono.empty()));
        return ServerEvents.of(events, Duration.ofMillis(50), Duration.ofMinutes(1));
    }

    private Mono<ServerResponse> me(ServerRequest request) {
        return Actor.of(request).flatMap(actor -> ServerResponse.ok().bodyValue(actor));
    }
}
