package org.holdfast.chassis.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.holdfast.chassis.http.Admission;
import org.holdfast.chassis.http.Paging;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Journals;
import org.holdfast.chassis.stream.DeadLetter;
import org.holdfast.chassis.stream.DeadLetters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What an administrator does: looks at dead letters, redrives or drops them, has things told again, checks histories. */
final class Administration {

    private final DeadLetters letters;
    private final Journals journals;
    private final Admission heavy = new Admission("retelling", 1, Duration.ofSeconds(10));

    Administration(DeadLetters letters, Journals journals) {
        this.letters = letters;
        this.journals = journals;
    }

    private record Listed(
            String id, String topic, boolean urgent, String reason, Instant buriedAt, Map<String, Object> headers) {

        /** Where it stands in the list: the oldest first, and of those of one moment by their id. */
        private String place() {
            return "%020d/%s".formatted(buriedAt.toEpochMilli(), id);
        }
    }

    private record Shown(Listed letter, String payloadBase64) {}

    private record Retelling(@Nullable String stream) {}

    private record Check(String stream) {}

    Mono<ServerResponse> list(ServerRequest request) {
        Paging paging = Paging.of(request);
        return letters.list()
                .map(Administration::listed)
                .skipWhile(letter -> paging.after() != null && letter.place().compareTo(paging.after()) <= 0)
                .take(paging.reading())
                .collectList()
                .flatMap(read -> ServerResponse.ok().bodyValue(paging.page(read, Listed::place)));
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return letter(request)
                .map(letter -> new Shown(listed(letter), Base64.getEncoder().encodeToString(letter.payload())))
                .flatMap(ServerResponse.ok()::bodyValue);
    }

    Mono<ServerResponse> drop(ServerRequest request) {
        return letter(request)
                .flatMap(letter -> letters.drop(letter.id()))
                .then(ServerResponse.noContent().build());
    }

    Mono<ServerResponse> redrive(ServerRequest request) {
        return letter(request)
                .flatMap(letter -> letters.redrive(letter.id()))
                .flatMap(worked -> worked
                        ? ServerResponse.ok().bodyValue(Map.of("redriven", true))
                        : Mono.error(Problem.of(
                                HttpStatus.CONFLICT,
                                "dead-letter-still-fails",
                                "The letter could not be handled this time either; it is kept.")));
    }

    Mono<ServerResponse> retell(ServerRequest request) {
        return Requests.body(request, Retelling.class).flatMap(body -> {
            String stream = body.value().stream();
            Mono<Long> told = stream == null
                    ? journals.retellAll()
                    : there(stream).then(journals.retell(stream)).thenReturn(1L);
            return heavy.admit(told).flatMap(count -> ServerResponse.ok().bodyValue(Map.of("streams", count)));
        });
    }

    Mono<ServerResponse> rebuildTimers(ServerRequest request) {
        return heavy.admit(journals.rebuildTimers())
                .flatMap(count -> ServerResponse.ok().bodyValue(Map.of("streams", count)));
    }

    Mono<ServerResponse> check(ServerRequest request) {
        return Requests.body(request, Check.class)
                .flatMap(body -> there(body.value().stream()).then(journals.firstBroken(body.value().stream())))
                .flatMap(version -> ServerResponse.ok()
                        .bodyValue(Map.of("asWritten", version == 0, "firstBrokenVersion", version)));
    }

    /** Fails for a stream that was never written: nothing was told again, and nothing can be said of its history. */
    private Mono<Void> there(String stream) {
        return journals.has(stream)
                .filter(found -> found)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no stream of this name in this service.")))
                .then();
    }

    private Mono<DeadLetter> letter(ServerRequest request) {
        return letters.show(request.pathVariable("id"))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("There is no dead letter with this id.")));
    }

    private static Listed listed(DeadLetter letter) {
        return new Listed(
                letter.id(), letter.topic(), letter.urgent(), letter.reason(), letter.buriedAt(), letter.headers());
    }
}
