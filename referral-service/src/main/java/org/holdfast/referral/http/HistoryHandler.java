package org.holdfast.referral.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.holdfast.chassis.decide.Refusal;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.journal.Handling;
import org.holdfast.chassis.journal.Recorded;
import org.holdfast.referral.domain.ReferralCommand;
import org.holdfast.referral.domain.ReferralEvent;
import org.holdfast.referral.domain.ReferralState;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows the desk who did what with a referral, and who asked for the person's details. */
public final class HistoryHandler {

    private final Handling<ReferralState, ReferralCommand, ReferralEvent> referrals;
    private final Fetches fetches;

    public HistoryHandler(Handling<ReferralState, ReferralCommand, ReferralEvent> referrals, Fetches fetches) {
        this.referrals = referrals;
        this.fetches = fetches;
    }

    /** One thing that happened; the actor is an id of a person or client, {@code message}, {@code timer} or {@code service}. */
    record Line(Instant at, String what, String actor) {}

    /** What is known of one referral, oldest first. */
    record History(String referralId, List<Line> entries) {}

    Mono<ServerResponse> show(ServerRequest request) {
        String id = request.pathVariable("id");
        return Flux.concat(
                        referrals.history("referral/" + id).flatMapIterable(HistoryHandler::lines),
                        fetches.of(id).flatMapIterable(HistoryHandler::lines))
                .collectSortedList(Comparator.comparing(Line::at))
                .filter(lines -> !lines.isEmpty())
                .switchIfEmpty(
                        Mono.error(Problem.of(Refusal.notFound("referral-not-found", "There is no such referral."))))
                .flatMap(lines ->
                        ServerResponse.ok().header("Cache-Control", "no-store").bodyValue(new History(id, lines)));
    }

    private static List<Line> lines(Recorded<?> recorded) {
        return recorded.events().stream()
                .map(event -> new Line(recorded.time(), event.getClass().getSimpleName(), recorded.actor()))
                .toList();
    }
}
