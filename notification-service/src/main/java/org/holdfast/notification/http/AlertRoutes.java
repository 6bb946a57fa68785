package org.holdfast.notification.http;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.holdfast.chassis.http.IdempotencyKey;
import org.holdfast.chassis.http.Paging;
import org.holdfast.chassis.http.Preconditions;
import org.holdfast.chassis.http.Problem;
import org.holdfast.chassis.http.Problems;
import org.holdfast.chassis.http.Requests;
import org.holdfast.chassis.journal.Cause;
import org.holdfast.chassis.journal.Handled;
import org.holdfast.chassis.security.Actor;
import org.holdfast.chassis.security.Permission;
import org.holdfast.chassis.security.Routes;
import org.holdfast.notification.calling.AlertIds;
import org.holdfast.notification.calling.Alerts;
import org.holdfast.notification.domain.alert.AlertCommand;
import org.holdfast.notification.domain.alert.AlertEvent;
import org.holdfast.notification.domain.alert.AlertState;
import org.holdfast.notification.domain.alert.CloseReason;
import org.holdfast.notification.store.AlertView;
import org.holdfast.notification.store.AlertViews;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Alerts for people who are signed in: see them, take them on, be with the person, close them. */
public final class AlertRoutes {

    /** Why an alert is closed. */
    record Closing(CloseReason reason) {}

    /** What an ask led to. */
    record Answer(String alertId, long version, String state) {}

    /** An alert with everything that happened to it. */
    record Story(AlertView alert, List<Happened> history) {}

    private final Alerts alerts;
    private final AlertViews views;
    private final Clock clock;

    public AlertRoutes(Alerts alerts, AlertViews views, Clock clock) {
        this.alerts = alerts;
        this.views = views;
        this.clock = clock;
    }

    /** The routes with the permission each needs. */
    public Routes routes() {
        Permission desk = Permission.role("operator", "counselor", "supervisor", "admin");
        Permission care = Permission.role("counselor", "supervisor");
        return Routes.routes()
                .get("/alerts", desk, this::list)
                .get("/alerts/{alertId}", desk, this::show)
                .post("/alerts/{alertId}/acknowledgement", care, this::acknowledge)
                .post("/alerts/{alertId}/engagement", care, this::engage)
                .post("/alerts/{alertId}/closing", care, this::close)
                .build();
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Paging paging = Paging.of(request);
        return views.open(paging.after(), paging.reading())
                .collectList()
                .map(read -> paging.page(read, AlertView::alertId))
                .flatMap(page -> ServerResponse.ok().bodyValue(page));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        String stream = stream(request);
        return alerts.load(stream)
                .flatMap(entry -> Mono.justOrEmpty(AlertView.of(entry)))
                .switchIfEmpty(Mono.error(AlertRoutes::unknown))
                .flatMap(view -> alerts.history(stream)
                        .flatMapIterable(recorded -> recorded.events())
                        .map(Happened::of)
                        .collectList()
                        .flatMap(history -> ServerResponse.ok()
                                .eTag(Preconditions.etag(view.version()))
                                .bodyValue(new Story(view, history))));
    }

    private Mono<ServerResponse> acknowledge(ServerRequest request) {
        return asked(
                request,
                "POST /alerts/acknowledgement",
                person -> new AlertCommand.Acknowledge(person, null, clock.instant()));
    }

    private Mono<ServerResponse> engage(ServerRequest request) {
        return asked(
                request, "POST /alerts/engagement", person -> new AlertCommand.Engage(person, null, clock.instant()));
    }

    private Mono<ServerResponse> close(ServerRequest request) {
        String stream = stream(request);
        long version = Preconditions.ifMatch(request);
        return Requests.body(request, Closing.class).flatMap(body -> {
            Cause cause = IdempotencyKey.cause(request, "POST /alerts/closing", body.hash(), clock);
            AlertCommand command =
                    new AlertCommand.Close(person(request), body.value().reason(), clock.instant());
            return alerts.ask(stream, version, command, cause).flatMap(AlertRoutes::answer);
        });
    }

    private Mono<ServerResponse> asked(ServerRequest request, String route, Function<String, AlertCommand> command) {
        String stream = stream(request);
        return Requests.noBody(request).flatMap(hash -> {
            Cause cause = IdempotencyKey.cause(request, route, hash, clock);
            return alerts.ask(stream, command.apply(person(request)), cause).flatMap(AlertRoutes::answer);
        });
    }

    private static Mono<ServerResponse> answer(Handled<AlertState, AlertEvent> handled) {
        return Problems.answer(handled, done -> {
            AlertView view = Objects.requireNonNull(AlertView.of(done.entry()));
            return ServerResponse.ok()
                    .eTag(Preconditions.etag(view.version()))
                    .bodyValue(new Answer(view.alertId(), view.version(), view.state()));
        });
    }

    private static String stream(ServerRequest request) {
        return AlertIds.stream(request.pathVariable("alertId")).orElseThrow(AlertRoutes::unknown);
    }

    private static Problem unknown() {
        return Problem.of(
                org.springframework.http.HttpStatus.NOT_FOUND, "alert-unknown", "There is no alert for this case.");
    }

    private static String person(ServerRequest request) {
        return Objects.requireNonNull(Actor.attached(request)).id();
    }
}
