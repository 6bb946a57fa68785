package org.holdfast.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.chassis.security.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Events beat while they wait, and only refusable work is ever turned away. */
class EventsAndAdmissionTest extends OverHttp {

    @Test
    void eventsComeWithTheirIdsAndBeatsUntilTheyEnd() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/contacts/1/stream"))
                .header("Authorization", "Bearer " + Tokens.shared().person("mia", "operator"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.body())
                    .contains("id:one\nevent:outcome\ndata:{\"state\":\"one\"}\n\n")
                    .contains("id:two\n");
            assertThat(answer.body().split(":beat", -1)).hasSizeGreaterThan(3);
        }
    }

    @Test
    void beatsComeEvery15SecondsAndTheStreamEndsAfter15Minutes() {
        StepVerifier.withVirtualTime(() -> ServerEvents.beating(
                        Flux.<ServerSentEvent<String>>never(), Duration.ofSeconds(15), Duration.ofMinutes(15)))
                .expectSubscription()
                .thenAwait(Duration.ofSeconds(1))
                .expectNextCount(1)
                .thenAwait(Duration.ofSeconds(15))
                .expectNextCount(1)
                .thenAwait(Duration.ofMinutes(15))
                .thenConsumeWhile(event -> true)
                .verifyComplete();
    }

    @Test
    void whoGoesAwayEndsTheSource() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Flux<ServerSentEvent<String>> source =
                Flux.<ServerSentEvent<String>>never().doOnCancel(() -> cancelled.set(true));
        Disposable caller = ServerEvents.beating(source, Duration.ofSeconds(15), Duration.ofMinutes(15))
                .subscribe();
        assertThat(cancelled).isFalse();
        caller.dispose();
        assertThat(cancelled).isTrue();
    }

    @Test
    void anEventOfTheFirstMomentIsNotMissed() {
        List<ServerSentEvent<Integer>> seen = ServerEvents.beating(
                        Flux.range(0, 500).map(i -> ServerEvents.event("" + i, "n", i)),
                        Duration.ofMillis(1),
                        Duration.ofMinutes(1))
                .filter(event -> event.id() != null)
                .collectList()
                .block(Duration.ofSeconds(10));
        assertThat(seen).hasSize(500);
    }

    @Test
    void tooMuchOfOneWorkIsTurnedAwayAndRoomComesBack() {
        Admission search = new Admission("search", 2, Duration.ofSeconds(3));
        Sinks.One<String> first = Sinks.one();
        Sinks.One<String> second = Sinks.one();
        StepVerifier one = StepVerifier.create(search.admit(first.asMono()))
                .expectNext("1")
                .expectComplete()
                .verifyLater();
        Disposable two = search.admit(second.asMono()).subscribe();
        assertThat(search.running()).isEqualTo(2);
        assertThatThrownBy(() -> search.admit(Mono.just("3")).block())
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status().value()).isEqualTo(429);
                    assertThat(problem.headers()).isEqualTo(Map.of("Retry-After", "3"));
                });
        first.tryEmitValue("1");
        one.verify(Duration.ofSeconds(5));
        two.dispose();
        assertThat(search.running()).isZero();
        assertThatThrownBy(() ->
                        search.admit(Mono.error(new IllegalStateException())).block())
                .isInstanceOf(IllegalStateException.class);
        assertThat(search.running()).isZero();
        assertThat(search.admit(Mono.just("4")).block()).isEqualTo("4");
    }

    @Test
    void aHundredAtOnceNeverExceedTheLimitNorLoseAPlace() {
        Admission report = new Admission("report", 3, Duration.ofSeconds(1));
        AtomicInteger inside = new AtomicInteger();
        Flux.range(0, 400)
                .flatMap(
                        i -> report.admit(Mono.fromSupplier(inside::incrementAndGet)
                                        .doOnNext(
                                                together -> assertThat(together).isBetween(1, 3))
                                        .delayElement(Duration.ofMillis(2))
                                        .doOnNext(leaving -> inside.decrementAndGet()))
                                .subscribeOn(Schedulers.parallel())
                                .onErrorComplete(Problem.class),
                        100)
                .blockLast(Duration.ofSeconds(20));
        assertThat(report.running()).isZero();
    }

    @Test
    void whoIsTurnedAwayIsToldWhenToComeBack() {
        Flux<Integer> statuses = Flux.range(0, 6)
                .flatMap(
                        i -> Mono.fromCallable(() -> {
                                    var answer = operator()
                                            .get()
                                            .uri("/search?seconds=1")
                                            .exchange();
                                    var result = answer.returnResult(byte[].class);
                                    if (result.getStatus().value() == 429) {
                                        assertThat(result.getResponseHeaders().getFirst("Retry-After"))
                                                .isEqualTo("3");
                                    }
                                    return result.getStatus().value();
                                })
                                .subscribeOn(Schedulers.boundedElastic()),
                        6);
        assertThat(statuses.collectList().block(Duration.ofSeconds(30)))
                .contains(429, 200)
                .doesNotContain(500);
    }
}
